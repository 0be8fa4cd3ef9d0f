import { localDirectory } from '../../local/directory.ts';

interface Shown {
  readonly url: string;
  /** A product that is in stock. */
  readonly productId: number;
  /** An order of the customer; undefined if there is none. */
  readonly orderId: number | undefined;
  readonly email: string;
}

/** An example call. */
export interface Example {
  readonly what: string;
  readonly command: string;
}

/** Returns one shell command for each main call. Each works when pasted into a shell in the clone's folder. */
export function examples({ url, productId, orderId, email }: Shown): Example[] {
  // The token command must read this run's folder.
  const where = process.env['LOCAL_DIRECTORY'] ? `LOCAL_DIRECTORY='${localDirectory()}' ` : '';
  const bearer = `-H "authorization: Bearer $(${where}npm run --silent token -- ${email})"`;
  const body = JSON.stringify({ items: [{ productId, quantity: 1 }] });
  return [
    { what: 'The shop', command: `curl -s '${url}/products?inStock=true&limit=3'` },
    { what: 'One product', command: `curl -s ${url}/products/${productId}` },
    {
      what: 'Place an order',
      command: `curl -s ${url}/orders ${bearer} -H "idempotency-key: order-$(date +%s)" -H 'content-type: application/json' -d '${body}'`,
    },
    { what: 'The history', command: `curl -s '${url}/orders?limit=3' ${bearer}` },
    ...(orderId === undefined ? [] : [{ what: 'One order', command: `curl -s ${url}/orders/${orderId} ${bearer}` }]),
  ];
}
