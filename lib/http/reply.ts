import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { JsonText } from '../json.ts';

// Stock changes with every order, and an order checks it itself: a number that is a minute old costs at most a 409 that names the
// shortage, and 10 s spare a page that is asked for 100 times a second 999 of 1,000 questions. Until 60 s a cache shows the old page while
// it fetches the new one. Where it gets an error instead, a page of up to 310 s is better than none: the catalogue stays open through a failover of the
// database.
const forAMoment = 'public, max-age=10, stale-while-revalidate=50, stale-if-error=300';

/**
 * An answer that is more than a 200 with a body. The body becomes JSON, unless it is that already, or is text and
 * the headers name its type, or undefined: none.
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

  /** The body as it is sent, before compression. */
  text(): string {
    if (this.body instanceof JsonText) return this.body.text;
    return typeof this.body === 'string' && 'Content-Type' in this.headers ? this.body : JSON.stringify(this.body);
  }
}

/**
 * 201: `body` was made, and is found at `location` from now on. Relative to the address that was asked: with an API mapping that begins with a base path,
 * which no event of payload 2.0 holds.
 */
export function created(body: unknown, location: string, headers: Readonly<Record<string, string>> = {}): Reply {
  return new Reply(201, body, { Location: location, ...headers });
}
