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

it.each(['README.md', 'docs/api.md', 'docs/load-testing.md'])(
  'every shell block of %s is run by a test, or is a load test or a deploy',
  (page) => {
    const elsewhere = [
      // test/end-to-end/start.system.test.ts runs the first, and .ci/run the second.
      ...['npm ci && npm start\n', 'npm ci && npm test\n'],
      // test/end-to-end/start.system.test.ts runs these blocks.
      ...codeBlocks('README.md', 'sh').filter((block) => /^curl /.test(block)),
      // test/end-to-end/emptyShop.system.test.ts runs these blocks.
      ...codeBlocks('README.md', 'sh').filter((block) => /^(API=|call )/.test(block)),
      ...codeBlocks('docs/api.md', 'sh').filter((block) => /^TOKEN=/.test(block)),
    ];
    const blocks = codeBlocks(page, 'sh').filter((block) => !load.test(block) && !deploy.test(block));
    expect(blocks.filter((block) => !elsewhere.includes(block))).toEqual([]);
  },
);

it('docs/load-testing.md shows a load test with valid flags, and test/end-to-end runs a shorter load test', () => {
  const lines = codeBlocks('docs/load-testing.md', 'sh').flatMap((block) => load.exec(block)?.[1] ?? []);
  expect(lines).toHaveLength(1);
  for (const line of lines) expect(parseOptions(line.split(' '))).toMatchObject({ profiles: ['tutorial', 'sequelize-docs', 'tuned'] });
});

it('docs/api.md shows client/example.ts unchanged', () => {
  expect(codeBlocks('docs/api.md', 'ts')).toEqual([readFileSync('client/example.ts', 'utf8')]);
});

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
