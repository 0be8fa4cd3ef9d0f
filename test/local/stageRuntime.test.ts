import { expect, it } from 'vitest';
import { cacheTag } from '../../lib/loader/cacheTag.ts';
import { runtimeReport } from '../../lib/migrator/commands/runtimeReport.ts';
import { AwsError } from '../../local/aws/awsEndpoint.ts';
import { askRuntime, codeCacheLine } from '../../scripts/deploy/stageRuntime.ts';
import { awsService, json } from './awsService.ts';

const deployment = { service: 'orders', stage: 'dev', region: 'eu-central-1' };
const runtime = { ...runtimeReport(), codeCache: 'hit' as const };

/** Starts a server in place of Lambda, whose function `migrate` returns `report`. Returns the requests. */
async function stageWith(report: () => unknown): Promise<string[]> {
  const asked: string[] = [];
  await awsService('LAMBDA', async ({ url, body }) => {
    asked.push(`${url} ${body}`);
    return json(await report());
  });
  return asked;
}

it('asks the deployed migrate for its runtime', async () => {
  const asked = await stageWith(() => ({ command: 'status', runtime }));
  expect((await askRuntime(deployment)).runtime).toMatchObject({ node: process.version, architecture: process.arch, cacheTag: cacheTag() });
  expect(asked).toEqual(['/2015-03-31/functions/orders-dev-migrate/invocations {"command":"status"}']);
});

it.each([
  ['no release is deployed', () => Promise.reject(new AwsError(404, 'ResourceNotFoundException', 'not there')), /not known: .*not there/],
  ['the release reports no runtime', () => ({ command: 'status' }), /not known: the deployed release does not report its runtime/],
  ['the release reports an invalid version of Node.js', () => ({ runtime: { ...runtime, node: 'v24; rm' } }), /not known: /],
])('continues a deploy when %s', async (_, report, line) => {
  await stageWith(report);
  expect(await askRuntime(deployment)).toEqual({ runtime: undefined, line: expect.stringMatching(line) });
  expect(await codeCacheLine(deployment)).toMatch(line);
});

it('continues a deploy when migrate does not respond', async () => {
  await stageWith(() => new Promise(() => {}));
  expect((await askRuntime(deployment, { requestTimeout: 50, maxAttempts: 1 })).line).toMatch(/^not known: /);
});

it('warns after a deploy only if migrate did not use its code cache', async () => {
  await stageWith(() => ({ runtime }));
  expect(await codeCacheLine(deployment)).toBe(`used on Node.js ${process.version}`);
  for (const codeCache of ['miss', null]) {
    await stageWith(() => ({ runtime: { ...runtime, codeCache } }));
    expect(await codeCacheLine(deployment)).toMatch(/^WARNING: not used/);
  }
});
