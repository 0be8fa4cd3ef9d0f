import { afterEach, expect, test } from 'vitest';
import { replay, throttled } from '../../scripts/events/replay.ts';
import { replayFlags } from '../../scripts/events/replayFlags.ts';

const request = { from: '2026-11-02T09:00:00Z', to: '2026-11-02T10:00:00Z' };
const after = { publishedAt: '2026-11-02T09:30:00.123456Z', id: 7 };
const argv = process.argv;
afterEach(() => {
  process.argv = argv;
});

function flags(...given: string[]) {
  process.argv = ['node', 'script', ...given];
  return replayFlags();
}

/** Runs a replay whose invocations have these results. */
async function run(...results: unknown[]) {
  const payloads: unknown[] = [];
  const said: string[] = [];
  let waits = 0;
  const total = await replay(
    async (payload) => {
      payloads.push(payload);
      const result = results.shift();
      if (result instanceof Error) throw result;
      return result;
    },
    request,
    (line) => said.push(line),
    async () => waits++,
  );
  return { total, payloads, said, waits };
}

test('a replay continues after each invocation until the end, and waits while the publisher runs', async () => {
  const { total, payloads, said, waits } = await run(
    throttled,
    throttled,
    { published: 500, refused: 0, after },
    { published: 3, refused: 1, after: null },
  );
  expect(total).toEqual({ published: 503, refused: 1 });
  expect(payloads).toEqual([...Array(3).fill({ replay: request }), { replay: { ...request, after } }]);
  expect(said).toEqual(['500 events published again, up to 2026-11-02T09:30:00.123456Z']);
  expect(waits).toBe(2);
});

test('a replay that fails reports its progress and the remedy', async () => {
  await expect(run({ published: 500, refused: 0, after }, new Error('lost'))).rejects.toThrow(
    'lost. 500 events published again before the failure. Repeat the same command: consumers remove duplicates by id',
  );
  await expect(run(new Error('lost'))).rejects.toThrow(/^lost$/);
});

test('a replay fails if the deployed release ignores the request', async () => {
  await expect(run({ published: 3, refused: 0, deleted: 0 })).rejects.toThrow('Deploy this release first');
});

test('a replay fails if the publisher is busy for too long', async () => {
  await expect(run(...Array(400).fill(throttled))).rejects.toThrow('publishEvents has been busy');
});

test('converts the flags to the request of a replay', () => {
  expect(flags('replay', '--from', request.from, '--to', '2026-11-02T11:00:00+01:00', '--order', '7', '--stage', 'staging')).toEqual({
    request: { from: request.from, to: '2026-11-02T11:00:00+01:00', orderId: 7 },
    stage: 'staging',
  });
});

test.each([
  [['again'], "Unknown command 'again'"],
  [['replay', '--from', request.from], '--from and --to are required'],
  [['replay', '--from', 'yesterday', '--to', request.to], "--from 'yesterday' is not a time with its zone"],
  [['replay', '--from', request.from, '--to', '2026-11-02T10:00:00'], "--to '2026-11-02T10:00:00' is not a time with its zone"],
  [['replay', '--from', '2026-02-30T10:00:00Z', '--to', request.to], 'replay.from: expected a time with its zone'],
  [['replay', '--from', request.to, '--to', request.to], '--from must be before --to'],
  [['replay', '--from', request.from, '--to', '9999-01-01T00:00:00Z'], '--to must not be in the future'],
  [['replay', '--from', request.from, '--to', request.to, '--order', '0'], "--order '0' is not the ID of an order"],
  [['replay', '--from', request.from, '--to', request.to, '--stage', ''], '--stage requires the name of a stage'],
])('the flags %j are rejected', (given, message) => {
  expect(() => flags(...given)).toThrow(message);
});
