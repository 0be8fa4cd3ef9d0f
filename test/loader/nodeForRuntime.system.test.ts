import { expect, it } from 'vitest';
import { runtimeReport } from '../../lib/migrator/commands/runtimeReport.ts';
import { nodeForRuntime } from '../../scripts/codeCache/nodeForRuntime.ts';

const runtime = runtimeReport();
const neverInstalls = () => Promise.reject(new Error('must not be installed'));

it('makes code caches with the Node.js of this process if the stage runs the same version', async () => {
  expect(await nodeForRuntime(runtime, neverInstalls)).toEqual({
    node: process.execPath,
    line: `code caches for Node.js ${process.version} on ${process.arch}`,
  });
});

it('makes code caches with the version of the stage if this process runs another version', async () => {
  const { node, line } = await nodeForRuntime({ ...runtime, node: 'v24.0.1' }, async () => process.execPath);
  expect([node, line]).toEqual([process.execPath, expect.stringMatching(/^code caches for Node.js v24\.0\.1 on/)]);
});

it('warns if the version of the stage cannot be installed', async () => {
  const failing = () => Promise.reject(new Error('Command failed: npm\nnpm error code ETARGET\nnpm error notarget No matching version'));
  const { node, line } = await nodeForRuntime({ ...runtime, node: 'v24.0.1' }, failing);
  expect([node, line]).toEqual([process.execPath, expect.stringMatching(/^WARNING: .*runs on v24\.0\.1.*No matching version/)]);
});

it('warns if V8 on the stage would reject the code caches', async () => {
  const { line } = await nodeForRuntime({ ...runtime, cacheTag: '0'.repeat(32), flags: ['--stack-size=800'] }, neverInstalls);
  expect(line).toMatch(/^WARNING: .*tag 0{32}.*flags --stack-size=800/);
});

it('does not compare V8’s tags if the deploy changes the architecture, and names the new architecture', async () => {
  const { line } = await nodeForRuntime({ ...runtime, cacheTag: '0'.repeat(32), architecture: 'other' }, neverInstalls);
  expect(line).toBe(`code caches for Node.js ${process.version} on ${process.arch}`);
});
