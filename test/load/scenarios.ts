/** The functions that a load test calls. */
export const loadedFunctions = ['listProducts', 'getProduct', 'placeOrder', 'listOrders'] as const;
export type LoadedFunction = (typeof loadedFunctions)[number];
/** Each function's share of the requests. */
type Mix = Readonly<Partial<Record<LoadedFunction, number>>>;

export interface Scenario {
  readonly name: string;
  readonly mix: Mix;
  /** The default number of requests per second. */
  readonly rate: number;
  /** Returns the requests per second at `moment`, which is 0 at the start of the run and 1 at its end. */
  readonly rateAt: (moment: number, rate: number, durationS: number) => number;
  /** What happens to the database in the middle of the run. */
  readonly event?: 'failover' | 'rotation';
}

const mixed: Mix = { listProducts: 0.4, getProduct: 0.25, placeOrder: 0.2, listOrders: 0.15 };
const steady = (_: number, rate: number) => rate;

const spikeCallers = 500;
const spikeRampS = 2;

/** A pause, then 500 callers with one request each within 2 s, then the steady rate, then a pause. */
function spike(moment: number, rate: number, durationS: number): number {
  const begin = 0.1;
  const ramp = spikeRampS / durationS;
  if (moment < begin || moment > 0.85) return 0;
  return moment < begin + ramp ? spikeCallers / spikeRampS : rate;
}

export const scenarios: Readonly<Record<string, Scenario>> = Object.fromEntries(
  [
    { name: 'browse', mix: { listProducts: 0.5, getProduct: 0.5 }, rate: 40, rateAt: steady },
    { name: 'checkout', mix: { getProduct: 0.3, placeOrder: 0.5, listOrders: 0.2 }, rate: 40, rateAt: steady },
    { name: 'mixed', mix: mixed, rate: 40, rateAt: steady },
    { name: 'spike', mix: mixed, rate: 50, rateAt: spike },
    // Requests, then a pause in which every environment is frozen, then requests again.
    {
      name: 'freeze',
      mix: mixed,
      rate: 40,
      rateAt: (moment: number, rate: number) => (moment > 0.35 && moment < 0.7 ? 0 : rate),
    },
    { name: 'failover', mix: mixed, rate: 40, rateAt: steady, event: 'failover' as const },
    { name: 'rotation', mix: mixed, rate: 40, rateAt: steady, event: 'rotation' as const },
  ].map((scenario): [string, Scenario] => [scenario.name, scenario]),
);
