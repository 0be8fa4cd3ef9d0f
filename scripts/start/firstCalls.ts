import { z } from 'zod';
import type { Backend } from '../../local/backend.ts';
import { messageOf } from '../../local/failure.ts';
import { type Example, emptyShopExamples, shopExamples } from './examples.ts';

const page = z.object({ items: z.array(z.object({ id: z.int() })) });
const email = 'customer1@example.com';

async function firstId(url: string, headers: Record<string, string> = {}): Promise<number | undefined> {
  const response = await fetch(url, { headers, signal: AbortSignal.timeout(10_000) });
  if (!response.ok) throw new Error(`GET ${url} returned ${response.status}`);
  return page.parse(await response.json()).items[0]?.id;
}

/**
 * Makes the first calls to the started API, and returns examples with IDs that exist. `complaints` lists the failed calls. A failed call does
 * not stop the backend, because a developer needs the backend to repair the function.
 */
export async function firstCalls({ url, issuer, hasTrialData }: Backend): Promise<{ calls: Example[]; complaints: string[] }> {
  if (!hasTrialData) {
    const [listing] = await Promise.allSettled([firstId(`${url}/products?limit=1`)]);
    return { calls: emptyShopExamples(url), complaints: complaintsOf([listing]) };
  }
  const token = await issuer.sign({ sub: 'customer-1', email, expiresInSeconds: 60 });
  const [product, order] = await Promise.allSettled([
    firstId(`${url}/products?inStock=true&limit=1`),
    firstId(`${url}/orders?limit=1`, { authorization: `Bearer ${token}` }),
  ]);
  return {
    calls: shopExamples({
      ...{ url, email },
      productId: (product.status === 'fulfilled' ? product.value : undefined) ?? 1,
      orderId: order.status === 'fulfilled' ? order.value : undefined,
    }),
    complaints: complaintsOf([product, order]),
  };
}

function complaintsOf(calls: readonly PromiseSettledResult<unknown>[]): string[] {
  return calls.flatMap((call) => (call.status === 'rejected' ? [messageOf(call.reason)] : []));
}
