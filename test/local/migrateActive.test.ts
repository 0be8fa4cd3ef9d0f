import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { AwsError } from '../../local/aws/awsEndpoint.ts';
import { migrateDeployed } from '../../scripts/migrate/deployed.ts';
import { awsService, json } from './awsService.ts';

const said: string[] = [];
beforeEach(() => {
  said.length = 0;
  const spy = vi.spyOn(console, 'error').mockImplementation((line: string) => void said.push(line));
  onTestFinished(() => spy.mockRestore());
});

/** Starts a server in place of Lambda. Its function `migrate` has these states in turn and keeps the last. Returns the paths of the requests. */
async function lambdaWith(refusal: string, ...states: readonly string[]): Promise<string[]> {
  const asked: string[] = [];
  let at = 0;
  await awsService('LAMBDA', ({ url }) => {
    asked.push(url.replace('/2015-03-31/functions/orders-dev-migrate/', ''));
    if (url.endsWith('/configuration')) {
      at = Math.min(at + 1, states.length);
      if (states[at - 1] === 'denied') throw new AwsError(403, 'AccessDeniedException', 'no lambda:GetFunctionConfiguration');
      return json({ State: states[at - 1], StateReason: 'The VPC connection is being created' });
    }
    if (states[at - 1] !== 'Active') throw new AwsError(409, refusal, 'The function is currently in the following state: Pending');
    return json({ command: 'down' });
  });
  return asked;
}

const down = (longestMs = 60_000) =>
  migrateDeployed({ service: 'orders', stage: 'dev', region: 'eu-central-1' }, { command: 'down' }, { active: { longestMs, everyMs: 1 } });

it.each(['ResourceNotReadyException', 'ResourceConflictException'])('waits until the function is Active after a %s', async (refusal) => {
  const asked = await lambdaWith(refusal, 'Inactive', 'Pending', 'Pending', 'Active');
  expect(await down()).toMatchObject({ command: 'down' });
  expect(asked).toEqual(['invocations', ...Array.from({ length: 4 }, () => 'configuration'), 'invocations']);
  expect(said).toEqual([
    'orders-dev-migrate is Inactive; waiting until it is Active',
    'orders-dev-migrate is Pending; waiting until it is Active',
  ]);
});

it.each([
  [
    'stays Pending',
    'ResourceNotReadyException',
    ['Pending'],
    /^orders-dev-migrate is still Pending after 0 s: .*Run the command again later$/,
  ],
  ['fails', 'ResourceNotReadyException', ['Pending', 'Failed'], /is Failed: The VPC connection .*Correct the cause, then deploy again$/],
  [
    'cannot be looked up',
    'ResourceNotReadyException',
    ['denied'],
    /could not be invoked: AccessDeniedException: no lambda:GetFunctionConfiguration/,
  ],
])('stops with a message when the function %s', async (_, refusal, states, message) => {
  await lambdaWith(refusal, ...states);
  await expect(down(states.length > 1 ? 60_000 : 0)).rejects.toThrow(message);
});

it('does not wait after any other error', async () => {
  const asked = await lambdaWith('TooManyRequestsException', 'Active');
  await expect(down()).rejects.toThrow(/could not be invoked: TooManyRequestsException/);
  expect(asked).toEqual(['invocations']);
});
