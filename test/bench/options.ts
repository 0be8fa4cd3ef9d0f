import { parseArgs } from 'node:util';

const help = `npm run bench -- [flags]: the built functions beside hand-written node-postgres, in one run

  --rounds <n>   samples of 10 requests for each measurement (40; --check: 24; --short: 2)
  --check        also fails if a ratio is worse than its bar (test/bench/check.ts) by more than the noise of this run
  --short        counts, and ratios of a few samples. Fails on counts only
  --growth       instead: pages of a shop that grows to 1,000,000 products and 10,000,000 orders, and orders for staff
                 beside those of 10,000 orders. Fails if one takes more than 1.2 times the server's CPU
  --staff        instead: only the orders for staff of --growth
  --orders <n>   with --growth or --staff: the number of orders at the end (10000000)
  --json         the results as JSON on standard output, progress on standard error
  --help         this text

Exit 0: the counts hold, with --check also the ratios. 1: one does not, or a run failed. 2: invalid arguments.`;

export interface Options {
  readonly rounds: number;
  readonly check: boolean;
  readonly short: boolean;
  readonly growth: boolean;
  readonly staff: boolean;
  readonly orders: number;
  readonly json: boolean;
}

/** Parses the command line. Ends the process after --help or an invalid command line. */
export function readOptions(): Options {
  try {
    const { values } = parseArgs({
      options: {
        rounds: { type: 'string' },
        check: { type: 'boolean', default: false },
        short: { type: 'boolean', default: false },
        growth: { type: 'boolean', default: false },
        staff: { type: 'boolean', default: false },
        orders: { type: 'string', default: '10000000' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) {
      console.log(help);
      process.exit(0);
    }
    if (values.check && (values.short || values.growth || values.staff))
      throw new Error('--check cannot be combined with --short, --growth or --staff');
    const rounds = Number(values.rounds ?? (values.short ? 2 : values.check ? 24 : 40));
    if (!Number.isInteger(rounds) || rounds < 1 || rounds > 10_000) throw new Error('--rounds must be a whole number from 1 to 10000');
    if (values.check && rounds < 10) throw new Error('--check needs at least 10 rounds');
    const orders = Number(values.orders);
    if (!Number.isInteger(orders) || orders < 200_000 || orders > 100_000_000)
      throw new Error('--orders must be a whole number from 200000 to 100000000');
    return { rounds, orders, check: values.check, short: values.short, growth: values.growth, staff: values.staff, json: values.json };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${help}`);
    process.exit(2);
  }
}
