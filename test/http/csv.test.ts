import { describe, expect, it } from 'vitest';
import { api } from '../../lib/http/api.ts';
import { csv } from '../../lib/http/csv.ts';
import { contextOf, eventOf } from '../support/call.ts';

const cellOf = (cell: unknown) => {
  const { body } = csv([{ cell, after: 'end' }], ['cell', 'after'], 'a.csv');
  const [, written] = /^cell,after\r\n(.*),end\r\n$/s.exec(String(body)) ?? [];
  return written;
};

describe('a cell', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\uFF1D1', '\uFF0B1', '\uFF0D1', '\uFF201', '\t=1'])('%j is escaped', (text) => {
    expect(cellOf(text)).toBe(`'${text}`);
  });

  it.each(['\n=1', '\r=1', '\r\n=1'])('%j is escaped and quoted', (text) => {
    expect(cellOf(text)).toBe(`"'${text}"`);
  });

  it.each([
    ['=HYPERLINK("http://evil.example.com","a")', `"'=HYPERLINK(""http://evil.example.com"",""a"")"`],
    ['a"b', '"a""b"'],
    ['a,b', '"a,b"'],
    ['a\nb', '"a\nb"'],
    ['a\rb', '"a\rb"'],
    ['a\r\nb', '"a\r\nb"'],
    ['a\r\n=b', '"a\r\n=b"'],
  ])('%j stays one cell', (text, written) => {
    expect(cellOf(text)).toBe(written);
  });

  it.each(['1-1=0', 'a@b', ' =1', 'Tee für 5 €', '日本', "'=1"])('%j is not changed', (text) => {
    expect(cellOf(text)).toBe(text);
  });

  it.each([
    [-5, '-5'],
    [0, '0'],
    [null, ''],
    ['', ''],
  ])('%j is written without an escape', (value, written) => {
    expect(cellOf(value)).toBe(written);
  });
});

it('a CSV response is returned if the request accepts it, and is never cached', async () => {
  const handler = api({ scope: 'a', formats: ['application/json', 'text/csv'] }, async () => csv([{ a: 'ä' }], ['a'], 'a.csv'));
  for (const method of ['GET', 'HEAD']) {
    const answer = await handler(eventOf({ method, scope: 'a', headers: { accept: 'text/csv', 'if-none-match': '*' } }), contextOf(10_000));
    expect(answer).toMatchObject({
      statusCode: 200,
      body: 'a\r\nä\r\n',
      headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Cache-Control': 'no-store', Vary: 'Accept, Accept-Encoding' },
    });
    expect(answer.headers).not.toHaveProperty('ETag');
  }
});
