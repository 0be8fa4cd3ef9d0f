import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { listing, pagesOf } from './pages.ts';

const random = Array.from({ length: 30 }, () => randomBytes(150_000).toString('base64'));

it.each(['identity', 'br', 'gzip'])('stays below 5 MB with %s, even if it cannot be compressed', async (coding) => {
  for (const asJson of coding === 'identity' ? [true, false] : [false]) {
    const pages = await pagesOf(listing(random, { asJson, others: { month: '2026-01' } }), { headers: { 'accept-encoding': coding } });
    expect(pages.flat().map(({ id }) => id)).toEqual(random);
    expect(pages.length).toBeLessThan(4);
  }
});

it.each(['ä', '日', '🫖', '\\', '"'])('counts the bytes of the escaped %j', async (character) => {
  const texts = Array.from({ length: 20 }, (_, index) => `${index}${character.repeat(60_000)}`);
  expect((await pagesOf(listing(texts), {})).flat().map(({ id }) => id)).toEqual(texts);
});
