import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod/mini';
import type { Request } from '../support/call.ts';
import type { Answer, Fleet } from './fleet.ts';

// A request that has no response after this many tries is reported as a fault of the functions.
const maxTries = 60;

const placed = z.object({ id: z.number(), totalInCents: z.number() });

/** An order whose response was 201, and its customer. */
export interface Placed extends z.output<typeof placed> {
  readonly customer: string;
}

/** The content of a payment or refund. */
export interface Reported {
  readonly orderId: number;
  readonly kind: 'payment' | 'refund';
  readonly amountInCents: number;
}

/** The writes that a response confirmed. Each must exist at the end. */
interface Acknowledged {
  readonly orders: Set<number>;
  readonly payments: Map<string, Reported>;
  readonly cancelled: Set<number>;
  /** Each step as `<order ID>: <status>`. */
  readonly advanced: Set<string>;
  /** The change in stock of each movement, by the movement's idempotency key. */
  readonly movements: Map<string, number>;
}

/** The callers of the API. Each repeats its request until it receives a response. */
export class Callers {
  readonly acknowledged: Acknowledged = {
    orders: new Set(),
    payments: new Map(),
    cancelled: new Set(),
    advanced: new Set(),
    movements: new Map(),
  };
  /** Unexpected responses, such as a 500. */
  readonly surprises: string[] = [];
  readonly counts = { requests: 0, repeated: 0, replayed: 0 };
  readonly #fleet: Fleet;

  constructor(fleet: Fleet) {
    this.#fleet = fleet;
  }

  /** Places an order of one to four lines in random order. If its key begins with `soon`, it expires within 0.4 s (see shop.ts). */
  async place(index: number, isSoon: boolean): Promise<Placed | undefined> {
    const customer = `customer-${1 + (index % 16)}`;
    const productIds = [1, 2, 3, 4, 5, 6, 7, 8].sort(() => Math.random() - 0.5).slice(0, 1 + (index % 4));
    const body = { items: productIds.map((productId) => ({ productId, quantity: 1 + (index % 3) })) };
    const headers = { 'Idempotency-Key': `${isSoon ? 'soon' : 'later'} ${index}` };
    const answer = await this.#answered('placeOrder', { subject: customer, headers, body }, [201]);
    if (!answer) return undefined;
    const { id, totalInCents } = placed.parse(JSON.parse(answer.text));
    this.acknowledged.orders.add(id);
    return { id, totalInCents, customer };
  }

  /** Reports a payment or refund. Returns false if a refund is rejected. */
  async report({ id }: Placed, kind: Reported['kind'], amountInCents: number, reference: string): Promise<boolean> {
    const request = {
      routeKey: 'POST /orders/{orderId}/payments',
      subject: 'shop',
      scope: 'payments:write',
      path: { orderId: String(id) },
      body: { kind, amountInCents, reference },
    };
    const answer = await this.#answered('payments', request, kind === 'refund' ? [201, 409] : [201]);
    if (answer?.status === 201) this.acknowledged.payments.set(reference, { orderId: id, kind, amountInCents });
    return answer?.status === 201;
  }

  async cancel({ id, customer }: Placed): Promise<void> {
    const answer = await this.#answered('cancelOrder', { subject: customer, path: { orderId: String(id) } }, [200, 409]);
    if (answer?.status === 200) this.acknowledged.cancelled.add(id);
  }

  /** Cancels an order as staff. */
  async cancelAsStaff({ id }: Placed): Promise<void> {
    const request = {
      routeKey: 'POST /fulfilment/orders/{orderId}/cancel',
      subject: 'staff',
      scope: 'orders:fulfil',
      path: { orderId: String(id) },
      body: { reason: 'damaged' },
    };
    const answer = await this.#answered('fulfilment', request, [200, 409]);
    if (answer?.status === 200) this.acknowledged.cancelled.add(id);
  }

  async advance({ id }: Placed, status: 'processing' | 'shipped' | 'delivered'): Promise<boolean> {
    const request = { subject: 'staff', scope: 'orders:fulfil', path: { orderId: String(id) }, body: { status } };
    const answer = await this.#answered('advanceOrder', request, [200, 409]);
    if (answer?.status === 200) this.acknowledged.advanced.add(`${id}: ${status}`);
    return answer?.status === 200;
  }

  async book(productId: number, change: number, key: string): Promise<void> {
    const request = {
      routeKey: 'POST /catalogue/products/{sku}/stock-movements',
      subject: 'staff',
      scope: 'catalogue:write',
      path: { sku: `P-${productId}` },
      headers: { 'Idempotency-Key': key },
      body: { reason: change > 0 ? 'receipt' : 'damage', change },
    };
    if (await this.#answered('catalogue', request, [201])) this.acknowledged.movements.set(key, change);
  }

  /** Repeats a request after a 503 or an ended environment, until the response has one of the `expected` statuses. */
  async #answered(name: string, request: Request, expected: readonly number[]): Promise<Answer | undefined> {
    for (let attempt = 1; attempt <= maxTries; attempt++) {
      this.counts.requests++;
      const answer = await this.#fleet.call(name, request);
      if (answer.status !== 'lost' && expected.includes(answer.status)) {
        if (answer.isReplayed) this.counts.replayed++;
        return answer;
      }
      if (answer.status !== 503 && answer.status !== 'lost') {
        this.surprises.push(`${name}: ${answer.status} ${answer.text}`);
        return undefined;
      }
      this.counts.repeated++;
      if (answer.status === 503) await sleep(50);
    }
    this.surprises.push(`${name}: unanswered after ${maxTries} tries`);
    return undefined;
  }
}
