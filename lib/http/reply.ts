import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { JsonText } from '../json.ts';

/** An answer that is more than a 200 with a body. The body becomes JSON, unless it is that already, or is text and the headers name its type. */
export class Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) {
    this.status = status;
    this.body = body;
    this.headers = headers;
  }

  toResult(cacheControl: string | undefined): APIGatewayProxyStructuredResultV2 {
    return {
      statusCode: this.status,
      headers: { 'Content-Type': 'application/json', ...(cacheControl && { 'Cache-Control': cacheControl }), ...this.headers },
      body: this.#text(),
    };
  }

  #text(): string {
    if (this.body instanceof JsonText) return this.body.text;
    return typeof this.body === 'string' && 'Content-Type' in this.headers ? this.body : JSON.stringify(this.body);
  }
}

/** 201: `body` was made, and is found at `location` from now on. */
export function created(body: unknown, location: string, headers: Readonly<Record<string, string>> = {}): Reply {
  return new Reply(201, body, { Location: location, ...headers });
}
