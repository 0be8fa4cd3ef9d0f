import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { expect, it } from 'vitest';

it('has up-to-date openapi.json, client types and asyncapi.json', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/openapi.ts', '--check'], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
}, 60_000);

it("follows Redocly's recommended rules", async () => {
  const config = await createConfig({ extends: ['recommended'] });
  const problems = await lintFromString({ source: readFileSync('openapi.json', 'utf8'), absoluteRef: 'openapi.json', config });
  expect(problems.map(({ ruleId, message, location }) => `${ruleId} ${location[0]?.pointer}: ${message}`)).toEqual([]);
});

it('detects a description that breaks these rules', async () => {
  const broken = readFileSync('openapi.json', 'utf8').replace('"operationId": "getProduct"', '"operationId": "listProducts"');
  const config = await createConfig({ extends: ['recommended'] });
  const problems = await lintFromString({ source: broken, absoluteRef: 'openapi.json', config });
  expect(problems.map(({ ruleId }) => ruleId)).toContain('operation-operationId-unique');
});

it('bundles only the description, not the code that generates it', () => {
  const modules = readdirSync('dist/functions').filter((file) => file.endsWith('.cjs'));
  expect(modules.length).toBeGreaterThan(10);
  for (const file of modules) {
    // The first text occurs only in zod's generator of JSON Schema, and the second only in scripts/openapi/.
    expect(readFileSync(`dist/functions/${file}`, 'utf8'), file).not.toMatch(/draft\/2020-12|Holds four cups/);
  }
});
