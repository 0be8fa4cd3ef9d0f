import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { codeBlocks } from '../support/codeBlocks.ts';
import { fileClient } from '../support/fileClient.ts';

const runbook = readFileSync('docs/runbook.md', 'utf8');
const blocks = (language: 'sh' | 'sql') => codeBlocks('docs/runbook.md', language).map((block) => block.trim());
const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(readFileSync('package.json', 'utf8')));

const owner = fileClient();

it('has a section for each expected problem', () => {
  const titles = Array.from(runbook.matchAll(/^## (.*)/gm), ([, title]) => title);
  expect(titles.length).toBeGreaterThanOrEqual(9);
  expect(blocks('sql').length).toBeGreaterThan(10);
});

it.each(blocks('sql'))('%s', async (sql) => {
  await expect(owner.query(sql)).resolves.toBeDefined();
});

const commands = blocks('sh').flatMap((text) => text.replaceAll(/\\\n\s*/g, '').split('\n'));

it.each(commands.filter((line) => !line.startsWith('aws ')))('%s is a command of this project', (line) => {
  const [, script = ''] = /npm (?:run )?([\w-]+)/.exec(line) ?? [];
  expect(Object.keys(scripts)).toContain(script);
});

// Operations that AWS's reference lists for `aws rds` and `aws cloudwatch`. Their placeholders are for an operator to fill in.
it.each(commands.filter((line) => line.startsWith('aws ')))('%s is an operation of the AWS CLI', (line) => {
  expect(line).toMatch(/^aws (rds describe-db-clusters|cloudwatch get-metric-statistics) --/);
});
