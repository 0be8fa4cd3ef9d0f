import { expect, it } from 'vitest';
import { migrateFor } from '../support/emptyDatabase.ts';

// No server listens at this address, so an accepted payload fails with a connection error.
const migrate = await migrateFor('postgres://nobody:x@127.0.0.1:1/nowhere?sslmode=disable');
const { duringInvocation } = await import('../../lib/invocation.ts');

it.each([
  [{ command: 'drop' }, 'command'],
  [{ command: 'UP' }, 'command'],
  [{ command: '' }, 'command'],
  [{ command: null }, 'command'],
  [{ command: ['up'] }, 'command'],
  [{ comand: 'status' }, 'comand'],
  [{ RequestType: 'Create', ResourceProperties: {} }, 'RequestType'],
  [{ command: 'up', To: 'x' }, 'To'],
  [{ command: 'up', to: '' }, 'to'],
  [{ command: 'up', to: 5 }, 'to'],
  [{ command: 'up', to: null }, 'to'],
  [{ command: 'up', step: 1 }, 'step'],
  [{ command: 'up', allowDown: true }, 'allowDown'],
  [{ command: 'down', step: 0 }, 'step'],
  [{ command: 'down', step: -1 }, 'step'],
  [{ command: 'down', step: 1.5 }, 'step'],
  [{ command: 'down', step: '1' }, 'step'],
  [{ command: 'down', allowDown: false }, 'allowDown'],
  [{ command: 'down', allowDown: 'true' }, 'allowDown'],
  [{ command: 'status', to: 'x' }, 'to'],
  [{ command: 'seed', step: 1 }, 'step'],
  [{ command: 'seed', to: 'x' }, 'to'],
  [{ command: 'seed', allowProductionSeed: false }, 'allowProductionSeed'],
  [{ command: 'seed', allowProductionSeed: 'true' }, 'allowProductionSeed'],
  [{ command: 'up', allowProductionSeed: true }, 'allowProductionSeed'],
  [{ command: 'verify', to: 'x' }, 'to'],
  [{ command: 'plan', step: 1 }, 'step'],
  [{ command: 'plan', allowDown: true }, 'allowDown'],
  [{ command: 'plan', allowOutOfOrder: false }, 'allowOutOfOrder'],
  [{ command: 'up', adopt: false }, 'adopt'],
  [{ command: 'up', adopt: 'true' }, 'adopt'],
  [{ command: 'plan', adopt: true }, 'adopt'],
  [{ command: 'up', allowOutOfOrder: 'true' }, 'allowOutOfOrder'],
  [{ command: 'down', allowOutOfOrder: true }, 'allowOutOfOrder'],
  [[], 'payload'],
  ['up', 'payload'],
  [5, 'payload'],
  [null, 'payload'],
  [undefined, 'payload'],
])('rejects %j before it connects, and names the fault', async (event, fault) => {
  const error = await migrate(event).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(TypeError);
  expect(error).toMatchObject({ message: expect.stringMatching(/^migrate accepts \{"command": "up" \|/) });
  expect(String(error).split('}. ').at(-1)).toContain(fault);
});

it.each([
  {},
  { command: 'up' },
  { to: 'x' },
  { command: 'up', to: 'x', allowOutOfOrder: true },
  { command: 'up', adopt: true },
  { command: 'plan', to: 'x', allowOutOfOrder: true },
  { command: 'down', step: 2, allowDown: true },
  { command: 'status' },
  { command: 'verify' },
  { command: 'seed' },
  { command: 'seed', allowProductionSeed: true },
])('accepts %j', async (event) => {
  // An invocation without remaining time tries to connect only once.
  const run = duringInvocation({ requestId: 'payload', remainingMs: () => 0 }, () => migrate(event));
  await expect(run).rejects.toThrow('ECONNREFUSED');
});

it('reports every fault at once', async () => {
  await expect(migrate({ command: 'down', step: 0, allowDown: false, wait: true })).rejects.toThrow(/step.*allowDown.*wait/);
});
