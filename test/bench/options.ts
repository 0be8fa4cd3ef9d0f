import { parseArgs } from 'node:util';

const help = `npm run bench -- [flags]: the built functions beside hand-written node-postgres, in one run

  --rounds <n>   samples of 10 requests for each measurement (40; --short: 2)
  --short        counts, and ratios of a few samples: what CI runs. Fails on counts only
  --growth       instead: pages of a shop that grows to 1,000,000 products and 10,000,000 orders, and orders for staff
                 beside those of 10,000 orders. Fails if one takes more than 1.2 times the server's CPU
  --staff        instead: only the orders for staff of --growth
  --orders <n>   with --growth or --staff: the number of orders at the end (10000000)
  --json         the results as JSON on standard output, progress on standard error
  --help         this text

Exit 0: the counts hold. 1: one does not, or a run failed. 2: this command cannot be run so.`;

export interface Options {
  readonly rounds: number;
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
    const rounds = Number(values.rounds ?? (values.short ? 2 : 40));
    if (!Number.isInteger(rounds) || rounds < 1 || rounds > 10_000) throw new Error('--rounds must be a whole number from 1 to 10000');
    const orders = Number(values.orders);
    if (!Number.isInteger(orders) || orders < 200_000 || orders > 100_000_000)
      throw new Error('--orders must be a whole number from 200000 to 100000000');
    return { rounds, orders, short: values.short, growth: values.growth, staff: values.staff, json: values.json };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${help}`);
    process.exit(2);
  }
}
