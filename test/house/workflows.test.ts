import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';

const folder = '.github/workflows';
const texts = readdirSync(folder).map((file) => [file, readFileSync(`${folder}/${file}`, 'utf8')] as const);

it.each(texts)('%s is valid YAML, pins every action to a commit, and starts with minimal permissions', (_, text) => {
  for (const [, used = ''] of text.matchAll(/uses: (\S+)/g))
    expect(used).toMatch(/^(\.\/\.github\/workflows\/\w+\.yml|[\w-]+\/[\w-]+@[0-9a-f]{40})$/);
  const { permissions } = parse(text);
  expect(permissions).toEqual({ contents: 'read' });
});

it.each(texts)('%s contains no AWS key, and inserts no value of the event into a command', (_, text) => {
  expect(text).not.toMatch(/secrets\.|aws-access-key-id|aws-secret-access-key/);
  for (const line of text.split('\n').filter((one) => /^\s*- run: /.test(one))) expect(line).not.toContain('${{');
});
