import { parseArgs } from 'node:util';
import { Failure, messageOf } from '../../local/failure.ts';
import { parseDuration } from '../../scripts/duration.ts';
import { type Scenario, scenarios } from './scenarios.ts';

const profileNames = ['tuned', 'tutorial', 'sequelize-docs', 'proxy'] as const;
export type ProfileName = (typeof profileNames)[number];

/** What a run is to do. */
export interface Options {
  readonly scenario: Scenario;
  readonly profiles: readonly ProfileName[];
  /** Requests a second. */
  readonly rate: number;
  readonly durationS: number;
  /** The server's max_connections. */
  readonly slots: number;
  /** Environments in all; undefined for each profile's own cap. */
  readonly concurrency: number | undefined;
  /** Added to each round trip to the database. */
  readonly delayMs: number;
  readonly json: boolean;
  readonly deployed: { readonly url: string; readonly token: string | undefined } | undefined;
}

export const help = `npm run load -- [flags]: how many callers does a configuration survive?

  --scenario <name>     ${Object.keys(scenarios).join(', ')} (mixed)
  --compare <a,b,…>     profiles to run one after the other: ${profileNames.join(', ')} (tuned)
  --rate <n>            requests a second that arrive, whatever becomes of the earlier ones; 1 to 1000 (40; spike: 50 once all 500 are there)
  --duration <time>     of the arrivals, for each profile: 5s to 10m (20s)
  --slots <n>           the server's max_connections, 10 to 500 (40)
  --concurrency <n>     execution environments at most, over all functions, 4 to 200 (tuned: slots less 6 kept free;
                        the others: 50, in place of the account's 1,000 that nobody limited)
  --delay <ms>          network delay added to each round trip to the database, 0 to 200 (0)
  --json                the result as JSON on standard output, progress on standard error
  --url <url>           load a deployed stage instead of this machine; nothing is known of its database then
  --token <token>       bearer token of a customer there; without it only --scenario browse
  --help                this text

Latency counts from the moment at which a request was planned, so that stalls show. Requests above the concurrency are throttled by
Lambda and shown apart; the gateway's status for them, 503, is unverified, as AWS does not document it for HTTP APIs.
Exit 0: all invariants hold. 1: one is broken, or a run failed. 2: this command cannot be run so. 130: stopped by Ctrl-C.`;

/** Reads the command line; `help` when that is asked for. Throws a Failure of one line. */
export function parseOptions(args: readonly string[]): Options | 'help' {
  const values = flags(args);
  if (values.help) return 'help';
  const name = values.scenario ?? 'mixed';
  const scenario = scenarios[name];
  if (scenario === undefined) throw new Failure(`--scenario ${name}: there are ${Object.keys(scenarios).join(', ')}`);
  const deployed = deployedStage(values, name, scenario);
  return {
    ...{ scenario, deployed, json: values.json ?? false },
    profiles: (values.compare ?? 'tuned').split(',').map(profile),
    rate: whole('--rate', values.rate, 1, 1000) ?? scenario.rate,
    durationS: duration(values.duration ?? '20s'),
    slots: whole('--slots', values.slots, 10, 500) ?? 40,
    concurrency: whole('--concurrency', values.concurrency, 4, 200),
    delayMs: whole('--delay', values.delay, 0, 200) ?? 0,
  };
}

function flags(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        ...{
          scenario: text,
          compare: text,
          rate: text,
          duration: text,
          slots: text,
          concurrency: text,
          delay: text,
          url: text,
          token: text,
        },
        json: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (cause) {
    throw new Failure(`${messageOf(cause).split(/\.\s/)[0]}. npm run load -- --help lists the flags`, { cause });
  }
}

function profile(name: string): ProfileName {
  const found = profileNames.find((known) => known === name);
  if (found === undefined) throw new Failure(`--compare ${name}: there are ${profileNames.join(', ')}`);
  return found;
}

function whole(flag: string, text: string | undefined, least: number, most: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most)
    throw new Failure(`${flag} ${text}: a whole number from ${least} to ${most} is wanted`);
  return value;
}

function duration(text: string): number {
  const seconds = parseDuration(text);
  if (seconds < 5 || seconds > 600) throw new Failure(`--duration ${text}: 5s to 10m are wanted`);
  return seconds;
}

function deployedStage({ url, token, compare }: ReturnType<typeof flags>, name: string, scenario: Scenario): Options['deployed'] {
  if (url === undefined) {
    if (token !== undefined) throw new Failure('--token is for --url: on this machine tokens are made');
    return undefined;
  }
  if (!/^https?:$/.test(URL.parse(url)?.protocol ?? '')) throw new Failure(`--url ${url}: a URL with http or https is wanted`);
  if (compare !== undefined) throw new Failure('--compare does not go with --url: what is deployed there is what is measured');
  if (scenario.event !== undefined) throw new Failure(`--scenario ${name} breaks a database of its own: it does not go with --url`);
  if (token === undefined && (scenario.mix.placeOrder ?? scenario.mix.listOrders) !== undefined)
    throw new Failure(`--scenario ${name} places orders: give a customer's --token, or take --scenario browse`);
  return { url: url.replace(/\/$/, ''), token };
}
