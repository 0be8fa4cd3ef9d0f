import { JsonText } from '../json.ts';
import { codingFor, compressed } from './compression.ts';
import { writeCursor } from './cursor.ts';
import type { HttpEvent } from './event.ts';
import { Reply } from './reply.ts';
import { filtersOf } from './request.ts';

/** A page of a listing. If the object has members that are not declared here, the response contains them before `items`. */
export interface Page {
  /** The items of the response, as objects or each as a JsonText. */
  readonly items: readonly unknown[];
  /** The position after the last item; null on the last page. */
  readonly next: unknown;
  /** Returns the position after the first `count` items, for a page that has to end early. */
  readonly endingAt: (count: number) => unknown;
  /** Writes the items, without the other members, in a format other than JSON. */
  readonly write?: (items: readonly unknown[]) => Reply;
}

/** Whether a function returned a page of a listing. */
export function isPage(result: unknown): result is Page {
  return typeof result === 'object' && result !== null && 'items' in result && 'next' in result && 'endingAt' in result;
}

/**
 * Returns a page with a cursor and a relative link (RFC 8288) for the next page. A page that would exceed 5 MB ends early. An item that alone exceeds
 * 5 MB is a page by itself.
 */
export function pageReply(page: Page, query: unknown, event: HttpEvent): Reply {
  const all = page.items.length;
  const whole = written(page, all, query, event);
  // A usual page is far below the limit, so its exact size is not computed.
  if (whole.text().length * mostBytes <= maxBytes) return whole;
  const size = sizeOf(whole, event);
  if (size <= maxBytes) return whole;
  // Searches for the largest number of items that fits. `fitting` items are known to fit, and `tooMany` are known not to fit. The steps alternate between
  // two counts: a guess from the average size of an item, and the middle of the range. The search stops early when the page is nearly full.
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
  // The other members, without the closing brace.
  const begun = JSON.stringify(others).slice(0, -1);
  return new JsonText(`${begun}${begun === '{' ? '' : ','}"items":[${texts.join(',')}],"nextCursor":${JSON.stringify(nextCursor)}}`);
}

// Lambda's limit for a response is 6,291,556 bytes. The headers, of which an HTTP API allows 10 KB, count too.
const maxBytes = 5_000_000 - 10_240;
const nearlyFull = 0.9 * maxBytes;
// The length of the longest JSON escape of a character, such as \u0000.
const mostBytes = 6;

/** Returns the bytes of a response as Lambda returns it: escaped in a JSON string, or compressed in base64. */
function sizeOf(reply: Reply, { headers = {} }: HttpEvent): number {
  const text = reply.text();
  const coding = codingFor(headers);
  const packed = coding && compressed(Buffer.from(text), coding);
  return packed ? Math.ceil(packed.length / 3) * 4 : Buffer.byteLength(JSON.stringify(text));
}
