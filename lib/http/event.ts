import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** An HTTP API's event, payload 2.0. The JWT authorizer's claims are there on routes that have one. */
export type HttpEvent = APIGatewayProxyEventV2 & {
  readonly requestContext: { readonly authorizer?: { readonly jwt?: { readonly claims?: Readonly<Record<string, unknown>> } } };
};
