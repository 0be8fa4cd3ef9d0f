import { expect, it } from 'vitest';
import { type Outcome, startEnvironments, type TestEnvironment } from '../support/startEnvironments.ts';
import { scarceServer } from './scarceServer.ts';

const { variables } = await scarceServer();
const request = { query: { limit: '20' } };

/** Sends five requests, one after the other. Then freezes every second environment, and leaves the others idle. */
async function five(environment: TestEnvironment, index: number): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let count = 0; count < 5; count++) outcomes.push(await environment.call(request));
  if (index % 2) environment.freeze();
  return outcomes;
}

it('60 environments each respond to 5 requests on 36 slots, all at the first attempt', async () => {
  // Each environment first responds to one request. Otherwise 60 concurrent cold starts would add 2 s of compiling on two cores.
  const environments = await startEnvironments(60, 'listProducts', variables, {
    first: async ({ call }) => expect(await call(request)).toMatchObject({ status: 200 }),
  });
  const outcomes = (await Promise.all(environments.map(five))).flat();
  const times = outcomes.map(({ ms }) => ms).sort((a, b) => a - b);
  console.log(`median ${times[150]?.toFixed(0)} ms, slowest ${times.at(-1)?.toFixed(0)} ms`);
  await Promise.all(environments.map((environment) => environment.stop()));
  expect(outcomes.filter(({ status }) => status === 200)).toHaveLength(300);
}, 300_000);
