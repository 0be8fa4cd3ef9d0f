import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

/** An answer that is more than a 200 with a body. */
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
      body: JSON.stringify(this.body),
    };
  }
}

/** 201: `body` was made, and is found at `location` from now on. */
export function created(body: unknown, location: string, headers: Readonly<Record<string, string>> = {}): Reply {
  return new Reply(201, body, { Location: location, ...headers });
}
