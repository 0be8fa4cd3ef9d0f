import { randomUUID } from 'node:crypto';
import type { Model, ModelStatic } from 'sequelize';
import { orderStatuses } from '../../lib/models/order.ts';
import { makeCustomer, makeProduct } from '../support/make.ts';
import { ownerDatabase } from '../support/ownerDatabase.ts';

const db = await ownerDatabase();
const customer = await makeCustomer();

/** The values that an attribute accepts, and the values that it rejects, with their messages. */
interface Rule {
  readonly field: string;
  readonly takes: readonly unknown[];
  readonly refuses: readonly (readonly [value: unknown, message: string])[];
}

const emoji = '🫖';
const wholeNumber = (field: string, what: string, minimum: number): Rule => ({
  field,
  takes: [minimum, 2_147_483_647],
  refuses: [
    [minimum - 1, `${what} is ${minimum} or more`],
    [1.5, `${what} is a whole number`],
    ['many', `${what} is a whole number`],
    [Number.NaN, `${what} is a whole number`],
    [null, 'cannot be null'],
  ],
});
const integer = (field: string, what: string): Rule => {
  const { takes, refuses } = wholeNumber(field, what, 0);
  return { field, takes, refuses: [...refuses, [2_147_483_648, `${what} is at most 2147483647`]] };
};
const label = (field: string, what: string, length: number, empty: string): Rule => ({
  field,
  takes: ['x', 'x'.repeat(length), emoji.repeat(length)],
  refuses: [
    ['', empty],
    ['x'.repeat(length + 1), `${what} has at most ${length} characters`],
    [emoji.repeat(length + 1), `${what} has at most ${length} characters`],
    [null, 'cannot be null'],
  ],
});

const order = () => ({ userId: customer.id, totalInCents: 1, idempotencyKey: randomUUID(), requestHash: 'a'.repeat(64) });
const movement = (productId: number) => ({
  ...{ productId, change: 1, reason: 'count', balance: 1, actor: randomUUID(), idempotencyKey: 'x', requestHash: 'a'.repeat(64) },
});
/** Every validation of every model. `row` returns the values of a valid row. */
export const validations: { model: ModelStatic<Model>; row: () => Promise<object>; rules: readonly Rule[] }[] = [
  { model: db.Category, row: async () => ({ name: randomUUID() }), rules: [label('name', 'A name', 100, 'A category needs a name')] },
  {
    model: db.Product,
    row: async () => ({ sku: randomUUID(), name: 'Teapot', priceInCents: 1 }),
    rules: [
      {
        field: 'sku',
        takes: ['x', 'A-Z_a.z-09', 'x'.repeat(64)],
        refuses: [
          ...['', 'x'.repeat(65), 'a b', 'a/b', 'ümlaut', 'a\n'].map(
            (value) => [value, 'A SKU has 1 to 64 characters of A-Z a-z 0-9 . _ -'] as const,
          ),
          [null, 'cannot be null'],
        ],
      },
      label('name', 'A name', 200, 'A product needs a name'),
      integer('priceInCents', 'A price'),
      integer('stockQuantity', 'A stock'),
      { field: 'description', takes: ['', 'x'.repeat(10_000)], refuses: [[null, 'cannot be null']] },
      { field: 'isActive', takes: [true, false], refuses: [[null, 'cannot be null']] },
    ],
  },
  {
    model: db.User,
    row: async () => ({ authSubject: randomUUID(), fullName: 'Ada', email: `${randomUUID()}@example.com` }),
    rules: [
      label('fullName', 'A name', 150, 'A customer needs a name'),
      {
        field: 'authSubject',
        takes: ['x'],
        refuses: [
          ['', 'A customer needs the subject of their token'],
          [null, 'cannot be null'],
        ],
      },
      {
        field: 'email',
        takes: ['a+b@example.co.uk'],
        refuses: [
          ...['', 'ada', 'ada@', '@example.com', 'a b@example.com'].map((value) => [value, 'This is not an e-mail address'] as const),
          [null, 'cannot be null'],
        ],
      },
    ],
  },
  {
    model: db.Order,
    row: async () => order(),
    rules: [
      {
        field: 'status',
        takes: orderStatuses,
        refuses: ['paid', '', 'Pending'].map(
          (value) => [value, 'A status is one of pending, processing, shipped, delivered, cancelled'] as const,
        ),
      },
      { ...wholeNumber('totalInCents', 'A total', 0), takes: [0, Number.MAX_SAFE_INTEGER] },
      {
        field: 'discountCode',
        takes: [null, 'a', 'SPRING_26-x', 'x'.repeat(50)],
        refuses: ['', 'x'.repeat(51), '10 %', 'ümlaut', 'a\n'].map(
          (value) => [value, 'A discount code has 1 to 50 characters of A-Z a-z 0-9 _ -'] as const,
        ),
      },
      {
        field: 'idempotencyKey',
        takes: ['x', 'x'.repeat(255)],
        refuses: [
          ['', 'An order needs an idempotency key'],
          [null, 'cannot be null'],
        ],
      },
      {
        field: 'requestHash',
        takes: ['0123456789abcdef'.repeat(4)],
        refuses: ['', 'a'.repeat(63), 'a'.repeat(65), 'A'.repeat(64), 'g'.repeat(64)].map(
          (value) => [value, 'A request hash is a SHA-256 in hexadecimal'] as const,
        ),
      },
      { field: 'userId', takes: [customer.id], refuses: [] },
    ],
  },
  {
    model: db.OrderItem,
    row: async () => ({
      orderId: (await db.Order.create(order())).id,
      productId: (await makeProduct()).id,
      quantity: 1,
      unitPriceInCents: 1,
    }),
    rules: [wholeNumber('quantity', 'A quantity', 1), wholeNumber('unitPriceInCents', 'A unit price', 0)],
  },
  {
    model: db.StockMovement,
    row: async () => movement((await makeProduct()).id),
    rules: [
      { field: 'change', takes: [1, 3_000_000_000, -1, 0], refuses: wholeNumber('change', 'A change', 0).refuses.slice(1) },
      {
        field: 'reason',
        takes: ['receipt', 'correction', 'return', 'count'],
        refuses: ['sale', '', 'Count'].map(
          (value) => [value, 'A reason is one of opening, receipt, correction, damage, return, count'] as const,
        ),
      },
      {
        field: 'note',
        takes: [null, 'x', 'x'.repeat(500), emoji.repeat(500)],
        refuses: [
          ['', 'A note is not empty'],
          ['x'.repeat(501), 'A note has at most 500 characters'],
        ],
      },
      integer('balance', 'A balance'),
      { field: 'idempotencyKey', takes: ['x', 'x'.repeat(255)], refuses: [['', 'An idempotency key is not empty']] },
      {
        field: 'requestHash',
        takes: ['0123456789abcdef'.repeat(4)],
        refuses: ['', 'a'.repeat(63), 'A'.repeat(64)].map((value) => [value, 'A request hash is a SHA-256 in hexadecimal'] as const),
      },
    ],
  },
];
