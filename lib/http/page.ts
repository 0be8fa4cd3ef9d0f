import { JsonText } from '../json.ts';
import { codingFor, compressed } from './compression.ts';
import { writeCursor } from './cursor.ts';
import type { HttpEvent } from './event.ts';
import { Reply } from './reply.ts';
import { filtersOf } from './request.ts';

/** A page of a listing, as a function returns it. Further members become members of the answer, before `items`. */
export interface Page {
  /** Views, or the JSON of each as a JsonText. */
  readonly items: readonly unknown[];
  /** The position behind the last item; null where nothing follows. */
  readonly next: unknown;
  /** The position behind the first `count` items, for a page that has to end early. */
  readonly endingAt: (count: number) => unknown;
  /** Writes items in another format than JSON, without the further members. */
  readonly write?: (items: readonly unknown[]) => Reply;
}

export function isPage(result: unknown): result is Page {
  return typeof result === 'object' && result !== null && 'items' in result && 'next' in result && 'endingAt' in result;
}

/**
 * Writes a page with its cursor, and the next page's place as a link (RFC 8288), relative to the address that was asked. A page whose answer would exceed
 * 5 MB ends early. An item that alone is larger is a page of its own, for whatever comes of it.
 */
export function pageReply(page: Page, query: unknown, event: HttpEvent): Reply {
  const all = page.items.length;
  const whole = written(page, all, query, event);
  // Most are far from it, and not looked into.
  if (whole.text().length * mostBytes <= maxBytes) return whole;
  const size = sizeOf(whole, event);
  if (size <= maxBytes) return whole;
  // So many are known to fit, and so many not to. By turns half of what is between, and what fits if all items are alike; good enough when nearly full.
  let [best, fitting, tooMany, guess] = [written(page, 1, query, event), 1, all, Math.floor((all * maxBytes) / size)];
  for (let isHalf = false; tooMany - fitting > 1; isHalf = !isHalf) {
    const count = isHalf ? Math.floor((fitting + tooMany) / 2) : Math.min(Math.max(guess, fitting + 1), tooMany - 1);
    const reply = written(page, count, query, event);
    const bytes = sizeOf(reply, event);
    guess = Math.floor((count * maxBytes) / bytes);
    if (bytes > maxBytes) tooMany = count;
    else [best, fitting] = [reply, count];
    if (bytes <= maxBytes && bytes > nearlyFull) break;
  }
  return best;
}

function written({ items: all, next, endingAt, write, ...others }: Page, count: number, query: unknown, event: HttpEvent): Reply {
  const isWhole = count >= all.length;
  const items = isWhole ? all : all.slice(0, count);
  const position = isWhole ? next : endingAt(count);
  const nextCursor = position === null ? null : writeCursor(position, filtersOf(query) ?? {});
  const { body, headers } = write ? write(items) : new Reply(200, jsonOf(others, items, nextCursor));
  if (nextCursor === null) return new Reply(200, body, headers);
  const parameters = new URLSearchParams({ ...event.queryStringParameters, cursor: nextCursor });
  return new Reply(200, body, { ...headers, Link: `<?${parameters}>; rel="next"` });
}

function jsonOf(others: object, items: readonly unknown[], nextCursor: string | null): JsonText {
  const [first] = items;
  if (!(first instanceof JsonText)) return new JsonText(JSON.stringify({ ...others, items, nextCursor }));
  const texts = items.map((item) => (item instanceof JsonText ? item.text : JSON.stringify(item)));
  // Of the others, all but the brace at the end.
  const begun = JSON.stringify(others).slice(0, -1);
  return new JsonText(`${begun}${begun === '{' ? '' : ','}"items":[${texts.join(',')}],"nextCursor":${JSON.stringify(nextCursor)}}`);
}

// Lambda takes 6,291,556 bytes, of which an HTTP API's headers are 10 KB at most.
const maxBytes = 5_000_000 - 10_240;
const nearlyFull = 0.9 * maxBytes;
// Of a character in JSON: \u0000.
const mostBytes = 6;

/** The bytes of an answer as Lambda returns it: its text once more as a JSON string, or in base64 where the caller takes it compressed. */
function sizeOf(reply: Reply, { headers = {} }: HttpEvent): number {
  const text = reply.text();
  const coding = codingFor(headers);
  const packed = coding && compressed(Buffer.from(text), coding);
  return packed ? Math.ceil(packed.length / 3) * 4 : Buffer.byteLength(JSON.stringify(text));
}
