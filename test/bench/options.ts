import { parseArgs } from 'node:util';

const help = `npm run bench -- [flags] compares the built functions with hand-written node-postgres, in one run. The command
fails if a first request opens more than one connection, sends more than one statement or does not use its code cache,
or if the bundle of a function is too large.

  --rounds <n>   takes n samples of 10 requests for each warm measurement (40; --check: 24; --short: 2)
  --check        also fails if a ratio exceeds its limit (test/bench/check.ts) by more than the noise of this run
  --short        takes few samples, so the ratios are unreliable
  --growth       measures a shop that grows to 1,000,000 products and 10,000,000 orders instead: its pages, and the
                 listings of orders for staff. Fails if the server scans a whole table or plans to, or if a listing for
                 staff takes more than 1.2 times as much of the server's CPU as in a shop with 10,000 orders
  --staff        measures only the listings for staff of --growth
  --orders <n>   sets the number of orders of --growth and --staff (10000000)
  --json         prints the results as JSON on standard output, and the progress on standard error
  --help         prints this text

Exit 0: no check failed. 1: a check failed, or the run stopped with an error. 2: invalid arguments.`;

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
