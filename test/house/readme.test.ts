import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseOptions } from '../load/options.ts';
import { readmeBlocks } from '../support/readme.ts';

// .ci/run runs the second; the first is npm ci, and what test/end-to-end/start.test.ts starts.
const elsewhere = ['npm ci && npm start\n', 'npm ci && npm test\n'];
const load = /^npm run load -- (.*)\n$/;

it('has no shell block that no test runs', () => {
  const blocks = readmeBlocks('sh');
  expect(blocks).toEqual(expect.arrayContaining(elsewhere));
  // test/end-to-end/start.test.ts runs those that begin like this.
  const run = blocks.filter((block) => /^(curl|TOKEN=)/.test(block));
  expect(run).toHaveLength(2);
  expect(blocks.filter((block) => !run.includes(block) && !elsewhere.includes(block) && !load.test(block))).toEqual([]);
});

it('shows a load test that can be run so; test/end-to-end/loadCompare.test.ts runs a shorter one', () => {
  const lines = readmeBlocks('sh').flatMap((block) => load.exec(block)?.[1] ?? []);
  expect(lines).toHaveLength(1);
  for (const line of lines) expect(parseOptions(line.split(' '))).toMatchObject({ profiles: ['tutorial', 'sequelize-docs', 'tuned'] });
});

it('shows client/example.ts as it is', () => {
  expect(readmeBlocks('ts')).toEqual([readFileSync('client/example.ts', 'utf8')]);
});

it('names every command of package.json, and pictures that are there', () => {
  const readme = readFileSync('README.md', 'utf8');
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'));
  for (const name of Object.keys(scripts)) expect(readme, name).toMatch(new RegExp(`npm (run )?(--silent )?${name}\\b`));
  const pictures = Array.from(readme.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g), ([, file = '']) => file);
  expect(pictures.length).toBeGreaterThanOrEqual(2);
  for (const file of pictures) expect(existsSync(file), file).toBe(true);
});
