import { localDirectory } from '../../local/directory.ts';

interface Shown {
  readonly url: string;
  /** A product that is in stock. */
  readonly productId: number;
  /** An order of the customer's; undefined when he has none. */
  readonly orderId: number | undefined;
  readonly email: string;
}

/** A call to show. */
export interface Example {
  readonly what: string;
  readonly command: string;
}

/** One line of shell for each main call. Each works alone, pasted in the clone's folder. */
export function examples({ url, productId, orderId, email }: Shown): Example[] {
  // The token command has to look where this run keeps its things.
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
