import { type Dice, dice } from '../random.ts';
import { products } from './catalogue.ts';
import { customers } from './customers.ts';

const hour = 60 * 60 * 1000;
const day = 24 * hour;

/** The number of orders in each month, 1,000 in total. The shop grows, with quiet summers and a rush from Black Friday to Christmas. */
const ordersByMonth = [
  { year: 2025, counts: [34, 31, 38, 41, 44, 42, 39, 42, 50, 57, 84, 94] },
  { year: 2026, counts: [58, 54, 64, 71, 77, 80] },
];
const endOfHistory = Date.UTC(2026, 6, 1);

const pricesRaisedAt = Date.UTC(2026, 0, 1);

const campaigns = [
  { code: 'SUMMER-25', from: Date.UTC(2025, 5, 15), to: Date.UTC(2025, 8, 1) },
  { code: 'BLACK_FRIDAY', from: Date.UTC(2025, 10, 21), to: Date.UTC(2025, 11, 2) },
  { code: 'SUMMER-25', from: Date.UTC(2026, 5, 15), to: Date.UTC(2026, 8, 1) },
];

/** The statuses of an order, the last one first. `after` is the usual time between placing the order and this status. */
const steps = [
  { status: 'delivered', after: 14 * day },
  { status: 'shipped', after: 6 * day },
  { status: 'processing', after: 3 * day },
];

interface Line {
  readonly product: string;
  readonly quantity: number;
  readonly unitPriceInCents: number;
}

interface PastOrder {
  readonly key: string;
  readonly customer: string;
  readonly status: string;
  readonly discountCode: string | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly lines: readonly Line[];
}

function orderTimes({ below }: Dice): number[] {
  const times = ordersByMonth.flatMap(({ year, counts }) =>
    counts.flatMap((count, month) => {
      const days = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
      // The sum of two random numbers, so that most orders are placed around noon and few at night.
      return Array.from({ length: count }, () => Date.UTC(year, month, 1 + below(days), 0, 0, below(43_200) + below(43_200)));
    }),
  );
  return times.sort((a, b) => a - b);
}

function progress({ below, chance }: Dice, createdAt: number): { status: string; updatedAt: number } {
  const cancelledAt = createdAt + (10 + below(2000)) * 60_000;
  if (chance(6) && cancelledAt < endOfHistory) return { status: 'cancelled', updatedAt: cancelledAt };
  const percentOfUsualTime = 50 + below(100);
  const reached = steps
    .map(({ status, after }) => ({ status, updatedAt: createdAt + (after / 100) * percentOfUsualTime }))
    .find(({ updatedAt }) => updatedAt < endOfHistory);
  return reached ?? { status: 'pending', updatedAt: createdAt };
}

function discountCode({ chance }: Dice, isFirstOrder: boolean, createdAt: number): string | null {
  if (isFirstOrder && chance(60)) return 'WELCOME10';
  const campaign = campaigns.find(({ from, to }) => from <= createdAt && createdAt < to);
  if (campaign && chance(40)) return campaign.code;
  return chance(9) ? 'NEWSLETTER' : null;
}

/** Returns the shop's past orders, oldest first. A customer is named by subject, a product by its name in the catalogue. */
export function pastOrders(): PastOrder[] {
  const throws = dice(2025); // A new generator for each call, so that every database gets the same orders.
  const { pick, favourite } = throws;
  // About half of the products became slightly more expensive on 1 January 2026.
  const offers = products.map(({ name, priceInCents }) => {
    const priceIn2025 = Math.round((priceInCents * (100 - pick([0, 0, 0, 2, 3, 4]))) / 100);
    return { name, priceAt: (time: number) => (time < pricesRaisedAt ? priceIn2025 : priceInCents) };
  });
  const seen = new Set<string>();

  return orderTimes(throws).map((createdAt, index) => {
    const customer = favourite(customers.filter(({ joinedAt }) => joinedAt < createdAt)).authSubject;
    const isFirstOrder = !seen.has(customer);
    seen.add(customer);

    const basket = new Set<(typeof offers)[number]>();
    const size = pick([1, 1, 1, 2, 2, 2, 3, 3, 4, 5]);
    while (basket.size < size) basket.add(favourite(offers));

    return {
      key: `seed-${index + 1}`,
      customer,
      discountCode: discountCode(throws, isFirstOrder, createdAt),
      createdAt,
      ...progress(throws, createdAt),
      lines: [...basket].map(({ name, priceAt }) => ({
        product: name,
        quantity: priceAt(createdAt) > 5000 ? 1 : pick([1, 1, 1, 1, 2, 2, 3, 4]),
        unitPriceInCents: priceAt(createdAt),
      })),
    };
  });
}
