import { expect, it, vi } from 'vitest';
import { productsAstray } from '../support/books.ts';
import type { call } from '../support/call.ts';
import { deadlocks } from '../support/deadlocks.ts';
import { makeCustomer, makeProduct } from '../support/make.ts';
import { cancelOrder, placeOrder } from '../support/orderCalls.ts';
import { book, movementsOf } from '../support/stockCalls.ts';
import { withoutTimeLimits } from '../support/timeLimits.ts';

// A pool of 16, because this process acts for 16 environments with one connection each.
vi.hoisted(() => Object.assign(process.env, { DATABASE_POOL_MAX: '16' }));
withoutTimeLimits();

const subject = (await makeCustomer()).authSubject;

it('200 concurrent movements and orders of one product leave consistent books', async () => {
  const before = await deadlocks();
  const { id: productId, sku } = await makeProduct({ stockQuantity: 40 });
  const outcomes: string[] = [];
  const noted = async (what: string, request: ReturnType<typeof call>) => {
    const { status, json } = await request;
    outcomes.push(`${what} ${status} ${json.code ?? ''}`.trim());
    return { status, id: json.id };
  };
  const place = async (isKept: boolean) => {
    const { status, id } = await noted('place', placeOrder(subject, [{ productId, quantity: 3 }]));
    if (status === 201 && !isKept) await noted('cancel', cancelOrder(subject, id));
  };
  const movements = [
    { reason: 'receipt', change: 5 },
    { reason: 'damage', change: -4 },
    { reason: 'correction', change: -1 },
    { reason: 'count', countedQuantity: 30 },
  ];
  await Promise.all(
    Array.from({ length: 200 }, (_, index) => {
      const turn = Math.floor(index / 2);
      return index % 2 === 0 ? place(turn % 2 === 0) : noted('book', book(sku, movements[turn % movements.length]));
    }),
  );
  // When the stock is too small, the function reads it again for the error. If the stock has become sufficient meanwhile, the function retries. A 503
  // means that this happened in all three attempts.
  const known = [
    'place 201',
    'place 409 insufficient-stock',
    'place 503 overloaded',
    'cancel 200',
    'book 201',
    'book 409 insufficient-stock',
  ];
  expect(outcomes.filter((outcome) => !known.includes(outcome))).toEqual([]);
  for (const happened of ['place 201', 'cancel 200', 'book 201']) expect(outcomes).toContain(happened);
  expect(await movementsOf(productId)).toBe(1 + outcomes.filter((outcome) => outcome === 'book 201').length);
  expect(await productsAstray()).toEqual([]);
  expect(await deadlocks()).toBe(before);
});
