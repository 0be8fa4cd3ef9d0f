import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { Reply } from '../../lib/http/reply.ts';
import { answerOf, listing, mostBytes, pagesOf } from './pages.ts';

const random = Array.from({ length: 30 }, () => randomBytes(150_000).toString('base64'));

it.each(['identity', 'br', 'gzip'])('a page stays below 5 MB with the coding %s, even if it cannot be compressed', async (coding) => {
  for (const asJson of coding === 'identity' ? [true, false] : [false]) {
    const pages = await pagesOf(listing(random, { asJson, others: { month: '2026-01' } }), { headers: { 'accept-encoding': coding } });
    expect(pages.flat().map(({ id }) => id)).toEqual(random);
    expect(pages.length).toBeLessThan(4);
  }
});

it.each(['ä', '日', '🫖', '\\', '"', '\u0000'])(
  'a page stays below 5 MB if it consists of %j, which JSON or UTF-8 makes longer',
  async (character) => {
    const texts = Array.from({ length: 20 }, (_, index) => `${index}${character.repeat(60_000)}`);
    expect((await pagesOf(listing(texts), {})).flat().map(({ id }) => id)).toEqual(texts);
  },
);

it('a page in another format than JSON stays below 5 MB', async () => {
  const texts = Array.from({ length: 20 }, () => '\u0001'.repeat(60_000));
  const write = (items: readonly string[]) => new Reply(200, items.join('\n'), { 'Content-Type': 'text/plain' });
  const { headers, text, size } = await answerOf(listing(texts, { write }), {});
  expect(size).toBeLessThan(mostBytes);
  expect(text.split('\n').length).toBe(13);
  expect(headers['Link']).toMatch(/rel="next"$/);
});

it('a page ends before a large item, and the large item gets its own page', async () => {
  const texts = Array.from({ length: 60 }, (_, index) => (index === 37 ? 'b'.repeat(4_989_000) : `${index}${'a'.repeat(5_000)}`));
  const pages = await pagesOf(listing(texts), {});
  expect(pages.map((page) => page.length)).toEqual([37, 1, 22]);
});
