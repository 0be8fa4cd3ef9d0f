import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { parseOptions } from '../load/options.ts';
import { codeBlocks } from '../support/codeBlocks.ts';

const pages = globSync('**/*.md', { exclude: ['node_modules', '.local', '.serverless', 'dist'] });
const load = /^npm run load -- (.*)\n$/;
const deploy = /^npm run deploy -- --stage \w+( --param \w+=\S+)+\n$/;

/** Returns the anchors that a page's headings have on GitHub. */
function anchorsOf(page: string): string[] {
  return Array.from(readFileSync(page, 'utf8').matchAll(/^#+ (.+)$/gm), ([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

const start = 'test/end-to-end/start.system.test.ts';
const emptyShop = 'test/end-to-end/emptyShop.system.test.ts';
const needsAws = 'no test, because it needs AWS';

// The shell blocks of each page and their number, and the test that runs them or the reason why no test does.
const runBy: Readonly<Record<string, readonly (readonly [block: RegExp, count: number, by: string])[]>> = {
  'README.md': [
    [/^npm ci && npm start\n$/, 1, start],
    [/^npm ci && npm test\n$/, 1, '.ci/run'],
    [/^curl .*products\?inStock=true&limit=3'\nTOKEN=/, 1, start],
    [/^(API=|call )/, 4, emptyShop],
    [deploy, 1, needsAws],
  ],
  'docs/api.md': [[/^TOKEN=.* npm run --silent example\n$/, 1, start]],
  'docs/configuration.md': [[/^docker build /, 1, 'no test, because it needs a container registry']],
  'docs/deploy.md': [
    [/^npm ci\nnpm run deploy -- --stage staging .*\n$/, 1, needsAws],
    [/^npm run migrate -- seed --stage staging\ncurl /, 1, needsAws],
  ],
  'docs/events.md': [
    [/^aws cloudformation deploy .*\n$/, 1, needsAws],
    [/^npm run events -- replay .* --stage staging\n$/, 1, needsAws],
  ],
  'docs/load-testing.md': [
    [load, 1, 'no test, because it takes minutes: test/end-to-end/loadCompare.system.test.ts runs a shorter load test'],
    [/^chromium .*\n$/, 1, 'no test, because it makes the picture of a report'],
  ],
  'docs/migrations.md': [[/^npm run migrate -- up --adopt --stage staging\n$/, 1, 'test/migrator/stage.test.ts']],
  'docs/payments.md': [[/^curl .*\/payments /, 1, start]],
  'docs/runbook.md': [
    [/^LOG_SQL=true npm start -- --logs\n$/, 1, emptyShop],
    [/^(npm run (budget|migrate -- (status|verify|up))\n)+$/, 6, start],
    [/^(aws .*\n| {2}.*\n)+$/, 1, needsAws],
  ],
};

it.each(['README.md', ...globSync('docs/*.md')])('every shell block of %s is run by a test, or is listed with a reason', (page) => {
  const blocks = codeBlocks(page, 'sh');
  const known = runBy[page] ?? [];
  expect(blocks.filter((block) => !known.some(([listed]) => listed.test(block)))).toEqual([]);
  for (const [listed, count] of known) expect(blocks.filter((block) => listed.test(block))).toHaveLength(count);
  for (const [, , by] of known.filter(([, , by]) => by.endsWith('.test.ts'))) expect(readFileSync(by, 'utf8')).toContain(`'${page}'`);
  // Shell blocks are marked with `sh` and are not indented, so that `codeBlocks` finds them.
  expect(readFileSync(page, 'utf8')).not.toMatch(/^ *```(bash|shell|console|zsh)|^ +```sh/m);
});

it('docs/load-testing.md shows a load test with valid flags, and test/end-to-end runs a shorter load test', () => {
  const lines = codeBlocks('docs/load-testing.md', 'sh').flatMap((block) => load.exec(block)?.[1] ?? []);
  expect(lines).toHaveLength(1);
  for (const line of lines) expect(parseOptions(line.split(' '))).toMatchObject({ profiles: ['tutorial', 'sequelize-docs', 'tuned'] });
});

it('docs/api.md shows client/example.ts unchanged', () => {
  expect(codeBlocks('docs/api.md', 'ts')).toEqual([readFileSync('client/example.ts', 'utf8')]);
});

// The last section is no decision: it compares alternatives.
const decisions = readFileSync('docs/design-decisions.md', 'utf8')
  .split(/^## /m)
  .slice(1)
  .filter((text) => !/^Alternatives on AWS/.test(text));

it('finds the design decisions', () => {
  expect(decisions.length).toBeGreaterThan(10);
});

it.each(decisions.map((text) => [text.split('\n')[0], text]))(
  'the design decision "%s" has its context, the decision and the numbers, in this order',
  (_, text) => {
    const labels = Array.from(text.matchAll(/^- \*\*([^*]+)\.\*\*/gm), ([, label]) => label);
    expect(labels.slice(0, 3)).toEqual(['Context', 'Decision', 'Numbers']);
  },
);

it('lists every command of package.json in the README', () => {
  const readme = readFileSync('README.md', 'utf8');
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'));
  for (const name of Object.keys(scripts)) expect(readme, name).toMatch(new RegExp(`npm (run )?(--silent )?${name}\\b(?!:)`));
});

it('keeps the README under 200 lines, with short table cells', () => {
  const lines = readFileSync('README.md', 'utf8').split('\n');
  expect(lines.length).toBeLessThan(200);
  const cells = lines.filter((line) => line.startsWith('|')).flatMap((line) => line.split('|').map((cell) => cell.trim()));
  expect(cells.filter((cell) => cell.length > 90)).toEqual([]);
});

it.each(pages)('%s links to pages, pictures and headings that exist', (page) => {
  const links = Array.from(readFileSync(page, 'utf8').matchAll(/\]\(([^)\s]+)\)/g), ([, link = '']) => link);
  const broken = links
    .filter((link) => !/^https?:/.test(link))
    .filter((link) => {
      const [file = '', anchor] = link.split('#');
      const target = file === '' ? page : path.join(path.dirname(page), file);
      return !existsSync(target) || (anchor !== undefined && !anchorsOf(target).includes(anchor));
    });
  expect(broken).toEqual([]);
});
