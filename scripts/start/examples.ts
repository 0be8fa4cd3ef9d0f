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

const json = `-H 'content-type: application/json'`;

/** Returns a shell command for each main call. The commands work in the folder of the clone. */
export function shopExamples({ url, productId, orderId, email }: Shown): Example[] {
  const token = bearer(email);
  const body = JSON.stringify({ items: [{ productId, quantity: 1 }] });
  return [
    { what: 'The shop', command: `curl -s '${url}/products?inStock=true&limit=3'` },
    { what: 'One product', command: `curl -s ${url}/products/${productId}` },
    { what: 'Place an order', command: `curl -s ${url}/orders ${token} -H "idempotency-key: order-$(date +%s)" ${json} -d '${body}'` },
    { what: 'The history', command: `curl -s '${url}/orders?limit=3' ${token}` },
    ...(orderId === undefined ? [] : [{ what: 'One order', command: `curl -s ${url}/orders/${orderId} ${token}` }]),
  ];
}

/** Returns the first calls of a shop without trial data. */
export function emptyShopExamples(url: string): Example[] {
  const staff = bearer('staff@example.com', 'catalogue:write');
  const customer = JSON.stringify({ fullName: 'Ada Example', email: 'ada@example.com' });
  return [
    { what: 'The catalogue, as staff see it', command: `curl -s ${url}/catalogue/products ${staff}` },
    { what: 'Register a customer', command: `curl -s -X PUT ${url}/customers/me ${bearer('ada@example.com')} ${json} -d '${customer}'` },
    { what: 'The shop; to fill it, see "Run your own shop" in the README', command: `curl -s ${url}/products` },
  ];
}

/** Returns curl's flag for a header with a token. The command that makes the token must read the folder of this `npm start`. */
function bearer(email: string, scope?: string): string {
  const where = process.env['LOCAL_DIRECTORY'] ? `LOCAL_DIRECTORY='${localDirectory()}' ` : '';
  return `-H "authorization: Bearer $(${where}npm run --silent token -- ${email}${scope ? ` --scope ${scope}` : ''})"`;
}
