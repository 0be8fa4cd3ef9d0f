import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { JsonText } from '../json.ts';

// A stale stock number causes at most a 409, because placing an order checks the stock itself. At 100 requests a second, caching for 10 s saves the
// database 999 of 1,000 queries. Until a page is 60 s old, a cache may serve it while it fetches a new one. If the fetch fails, the cache may serve
// the page until it is 310 s old, so the catalogue stays available during a database failover.
const forAMoment = 'public, max-age=10, stale-while-revalidate=50, stale-if-error=300';

/**
 * A response with its own status or headers. The body is serialised as JSON, unless it is a JsonText, or a string with a Content-Type in `headers`. If `body`
 * is undefined, the response has no body.
 */
export class Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) {
    this.status = status;
    this.body = body;
    this.headers = headers;
  }

  toResult(cacheable: boolean): APIGatewayProxyStructuredResultV2 {
    const headers = { 'Cache-Control': cacheable ? forAMoment : 'no-store', ...this.headers };
    if (this.body === undefined) return { statusCode: this.status, headers };
    return {
      statusCode: this.status,
      headers: { 'Content-Type': 'application/json', ...headers },
      body: this.text(),
    };
  }

  /** Returns the body before compression. */
  text(): string {
    if (this.body instanceof JsonText) return this.body.text;
    return typeof this.body === 'string' && 'Content-Type' in this.headers ? this.body : JSON.stringify(this.body);
  }
}

/**
 * Returns a 201 with `body` and its `location`. The location is relative to the request, because payload 2.0 does not contain the base
 * path of an API mapping.
 */
export function created(body: unknown, location: string, headers: Readonly<Record<string, string>> = {}): Reply {
  return new Reply(201, body, { Location: location, ...headers });
}

/** Returns a reply with the body's `version` as its strong entity tag, which callers send back in If-Match. */
export function versioned(status: number, body: { readonly version: number }): Reply {
  return new Reply(status, body, { ETag: `"${body.version}"` });
}
