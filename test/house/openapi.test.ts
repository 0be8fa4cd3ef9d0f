import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { expect, it } from 'vitest';

it('has up-to-date openapi.json, client types and asyncapi.json', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/openapi.ts', '--check'], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
}, 60_000);

// The recommended rules also check the examples of bodies.
const rules: Parameters<typeof createConfig>[0] = { extends: ['recommended'], rules: { 'no-invalid-parameter-examples': 'warn' } };

it("follows Redocly's recommended rules, and has valid examples", async () => {
  const config = await createConfig(rules);
  const problems = await lintFromString({ source: readFileSync('openapi.json', 'utf8'), absoluteRef: 'openapi.json', config });
  expect(problems.map(({ ruleId, message, location }) => `${ruleId} ${location[0]?.pointer}: ${message}`)).toEqual([]);
});

it.each([
  ['operation-operationId-unique', '"operationId": "getProduct"', '"operationId": "listProducts"'],
  ['no-invalid-media-type-examples', '"reason": "receipt"', '"reason": "theft"'],
  ['no-invalid-parameter-examples', '"example": "price"', '"example": "colour"'],
])('detects a description that breaks the rule %s', async (rule, text, wrong) => {
  const broken = readFileSync('openapi.json', 'utf8').replace(text, wrong);
  const problems = await lintFromString({ source: broken, absoluteRef: 'openapi.json', config: await createConfig(rules) });
  expect(problems.map(({ ruleId }) => ruleId)).toContain(rule);
});

it('bundles only the description, not the code that generates it', () => {
  const modules = readdirSync('dist/functions').filter((file) => file.endsWith('.cjs'));
  expect(modules.length).toBeGreaterThan(10);
  for (const file of modules) {
    // The first text occurs only in zod's generator of JSON Schema, and the second only in scripts/openapi/.
    expect(readFileSync(`dist/functions/${file}`, 'utf8'), file).not.toMatch(/draft\/2020-12|Holds four cups/);
  }
});
