import { parseArgs } from 'node:util';
import { Failure, messageOf } from '../../local/failure.ts';
import { parseDuration } from '../../scripts/duration.ts';
import { type Scenario, scenarios } from './scenarios.ts';

const profileNames = ['tuned', 'tutorial', 'sequelize-docs', 'proxy'] as const;
export type ProfileName = (typeof profileNames)[number];

/** The options of a run. */
export interface Options {
  readonly scenario: Scenario;
  readonly profiles: readonly ProfileName[];
  /** Requests per second. */
  readonly rate: number;
  readonly durationS: number;
  /** The server's max_connections. */
  readonly slots: number;
  /** The maximum number of environments of all functions; undefined for each profile's default. */
  readonly concurrency: number | undefined;
  /** A delay that is added to each round trip to the database. */
  readonly delayMs: number;
  /** Whether a standby starts, from which the catalogue's functions read. */
  readonly readers: boolean;
  readonly json: boolean;
  readonly deployed: { readonly url: string; readonly token: string | undefined } | undefined;
}

export const help = `npm run load -- [flags]: how many callers does a configuration survive?

  --scenario <name>     ${Object.keys(scenarios).join(', ')} (mixed)
  --compare <a,b,…>     profiles to run one after the other: ${profileNames.join(', ')} (tuned)
  --rate <n>            requests per second, even if earlier ones are unanswered; 1 to 1000 (40; spike: 50 after the first 500)
  --duration <time>     how long each profile receives requests: 5s to 10m (20s)
  --slots <n>           the server's max_connections, 10 to 500 (40)
  --concurrency <n>     the maximum number of execution environments, 4 to 200 (default for tuned: the slots minus 6, at most 200;
                        the 6 slots stay free; for the others: 50, because an account's 1,000 environments do not fit on one machine)
  --delay <ms>          network delay added to each round trip to the database, 0 to 200 (0)
  --readers             start a standby with the same number of slots, and send the catalogue's reads to it (tuned only)
  --json                print the result as JSON to standard output, and the progress to standard error
  --url <url>           load a deployed stage instead of this machine; the report then has no database figures
  --token <token>       bearer token of a customer of that stage; required except for --scenario browse
  --help                print this text

Latency starts at the planned time of a request, so it shows stalls. Lambda throttles requests above the concurrency; the report counts
them separately. Their status 503 is an assumption, because AWS does not document the status for HTTP APIs.
Exit status 0: all invariants hold. 1: an invariant is violated, or a run failed. 2: the command line is invalid, or a run could not start. 130: stopped by Ctrl-C.`;

/** Parses the command line; returns `help` for --help. Throws a Failure of one line. */
export function parseOptions(args: readonly string[]): Options | 'help' {
  const values = flags(args);
  if (values.help) return 'help';
  const name = values.scenario ?? 'mixed';
  const scenario = scenarios[name];
  if (scenario === undefined) throw new Failure(`--scenario ${name}: must be one of ${Object.keys(scenarios).join(', ')}`);
  const deployed = deployedStage(values, name, scenario);
  const profiles = (values.compare ?? 'tuned').split(',').map(profile);
  const readers = values.readers ?? false;
  if (readers && profiles.some((each) => each !== 'tuned'))
    throw new Failure('--readers requires the profile tuned: the other profiles cannot use a reader');
  return {
    ...{ scenario, deployed, json: values.json ?? false, profiles, readers },
    rate: wholeNumber('--rate', values.rate, 1, 1000) ?? scenario.rate,
    durationS: duration(values.duration ?? '20s'),
    slots: wholeNumber('--slots', values.slots, 10, 500) ?? 40,
    concurrency: wholeNumber('--concurrency', values.concurrency, 4, 200),
    delayMs: wholeNumber('--delay', values.delay, 0, 200) ?? 0,
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
        readers: { type: 'boolean' },
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
  if (found === undefined) throw new Failure(`--compare ${name}: each profile must be one of ${profileNames.join(', ')}`);
  return found;
}

function wholeNumber(flag: string, text: string | undefined, least: number, most: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most)
    throw new Failure(`${flag} ${text}: must be a whole number from ${least} to ${most}`);
  return value;
}

function duration(text: string): number {
  const seconds = parseDuration(text);
  if (seconds < 5 || seconds > 600) throw new Failure(`--duration ${text}: must be from 5s to 10m`);
  return seconds;
}

function deployedStage({ url, token, compare, readers }: ReturnType<typeof flags>, name: string, scenario: Scenario): Options['deployed'] {
  if (url === undefined) {
    if (token !== undefined) throw new Failure('--token requires --url; a local run makes its own tokens');
    return undefined;
  }
  if (!/^https?:$/.test(URL.parse(url)?.protocol ?? '')) throw new Failure(`--url ${url}: must be an http or https URL`);
  if (compare !== undefined)
    throw new Failure('--compare cannot be combined with --url: a run measures the configuration that the stage has');
  if (readers) throw new Failure('--readers cannot be combined with --url: a run measures the readers that the stage has');
  if (scenario.event !== undefined)
    throw new Failure(`--scenario ${name} cannot be combined with --url: it stops the database or changes its passwords`);
  if (token === undefined && (scenario.mix.placeOrder ?? scenario.mix.listOrders) !== undefined)
    throw new Failure(`--scenario ${name} needs a customer: pass the customer's --token, or use --scenario browse`);
  return { url: url.replace(/\/$/, ''), token };
}
