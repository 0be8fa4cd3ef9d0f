import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { z } from 'zod';

interface Options {
  /** The key with which the payment provider signs its webhooks. */
  readonly secret: string;
  readonly apiUrl: string;
  /** Returns a token with the scope payments:write. */
  readonly token: () => Promise<string>;
}

const event = z.object({ id: z.string(), type: z.string(), orderId: z.int(), amountInCents: z.int() });
const kinds: Readonly<Record<string, string>> = { 'charge.succeeded': 'payment', 'charge.refunded': 'refund' };
// Limits how long an attacker can replay a recorded webhook.
const toleranceSeconds = 300;

/** Creates a server that takes a payment provider's webhooks and reports each payment to the order API. */
export function webhookReceiver(options: Options): Server {
  return createServer(async (request, response) => {
    // The provider sends a webhook again after any status that is not 2xx.
    const status = await receive(request, options).catch(() => 503);
    response.writeHead(status).end();
  });
}

async function receive(request: IncomingMessage, { secret, apiUrl, token }: Options): Promise<number> {
  // The signature covers the bytes as they were sent: verify first, then parse.
  const body = await buffer(request);
  if (!isSigned(body, String(request.headers['webhook-signature']), secret)) return 401;
  const { id, type, orderId, amountInCents } = event.parse(JSON.parse(body.toString()));
  const kind = kinds[type];
  if (kind === undefined) return 204;
  const response = await fetch(`${apiUrl}/orders/${orderId}/payments`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await token()}`, 'content-type': 'application/json' },
    // The provider's own id is the reference, so that a webhook that arrives twice is one payment.
    body: JSON.stringify({ kind, amountInCents, reference: id }),
  });
  return response.ok ? 204 : response.status;
}

/** Whether the header `t=<seconds>,v1=<hex>` is recent and has the HMAC-SHA-256 of `<seconds>.<body>`. */
function isSigned(body: Buffer, header: string, secret: string): boolean {
  const [, seconds = '', signature = ''] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header) ?? [];
  const expected = createHmac('sha256', secret).update(`${seconds}.`).update(body).digest();
  const given = Buffer.from(signature, 'hex');
  const isRecent = Math.abs(Date.now() / 1_000 - Number(seconds)) <= toleranceSeconds;
  // timingSafeEqual compares in constant time, but throws if the lengths differ.
  return given.length === expected.length && timingSafeEqual(given, expected) && isRecent;
}
