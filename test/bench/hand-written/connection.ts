import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import pg from 'pg';

/** The environment's connection, kept between invocations, as an engineer would write it with node-postgres and no ORM. */
export const client = new pg.Client({ connectionString: process.env['DATABASE_URL'] });
let connected: Promise<unknown> | undefined;

export function connect(): Promise<unknown> {
  connected ??= client.connect();
  return connected;
}

export type Event = APIGatewayProxyEventV2 & { requestContext: { authorizer?: { jwt?: { claims?: Record<string, unknown> } } } };
export type Answer = Promise<APIGatewayProxyStructuredResultV2>;

export const json = (statusCode: number, body: unknown): APIGatewayProxyStructuredResultV2 => ({
  statusCode,
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
});
