import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { codeBlocks } from '../support/codeBlocks.ts';
import { fileClient } from '../support/fileClient.ts';

const runbook = readFileSync('docs/runbook.md', 'utf8');
const blocks = (language: 'sh' | 'sql') => codeBlocks('docs/runbook.md', language).map((block) => block.trim());
const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(readFileSync('package.json', 'utf8')));

const owner = fileClient();

it('the runbook has at least nine sections and more than ten SQL statements', () => {
  const titles = Array.from(runbook.matchAll(/^## (.*)/gm), ([, title]) => title);
  expect(titles.length).toBeGreaterThanOrEqual(9);
  expect(blocks('sql').length).toBeGreaterThan(10);
});

it.each(blocks('sql'))('PostgreSQL accepts the statement of the runbook: %s', async (sql) => {
  await expect(owner.query(sql)).resolves.toBeDefined();
});

const commands = blocks('sh').flatMap((text) => text.replaceAll(/\\\n\s*/g, '').split('\n'));

it.each(commands.filter((line) => !line.startsWith('aws ')))('package.json has the script of the runbook’s command: %s', (line) => {
  const [, script = ''] = /npm (?:run )?([\w-]+)/.exec(line) ?? [];
  expect(Object.keys(scripts)).toContain(script);
});

// AWS's reference lists these operations of `aws rds` and `aws cloudwatch`. The commands contain placeholders, which an operator fills in.
it.each(commands.filter((line) => line.startsWith('aws ')))('the AWS CLI has the operation of the runbook’s command: %s', (line) => {
  expect(line).toMatch(/^aws (rds describe-db-clusters|cloudwatch get-metric-statistics) --/);
});
