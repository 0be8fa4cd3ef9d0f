import { withoutCap } from './profile.ts';
import { sum } from './recorder.ts';
import type { LoadResult, ProfileResult } from './result.ts';

const count = (value: number) => value.toLocaleString('en');

/** Returns the result of a run in one sentence: the best profile's responses, and the failures and throttles of the other profiles. */
export function verdictOf({ profiles, slots }: LoadResult): string {
  const [best, ...others] = [...profiles].sort((one, other) => rank(one) - rank(other) || other.ok - one.ok);
  if (best === undefined) return 'No profile was run.';
  return `${[answered(best, slots), ...others.map(failed)].join('; ')}.`;
}

/** Explains why profiles throttled callers: one text for a cap that protects the database, and one for the cap of this machine. Empty for a stage. */
export function throttlingOf(profiles: readonly ProfileResult[], slots: number | null): string[] {
  if (slots === null) return [];
  const throttling = profiles.filter(({ throttled }) => throttled > 0);
  const safe = throttling.filter((each) => protects(each, slots));
  const unsafe = throttling.filter(({ name, concurrency }) => name !== 'tuned' && concurrency === withoutCap);
  return [
    ...(safe.length === 0
      ? []
      : [
          `${named(safe)} throttled callers to protect the database: the cap keeps the connections below the ${slots} slots, and Lambda rejects requests above the cap before they reach the database. A real caller retries; the callers of this test do not.`,
        ]),
    ...(unsafe.length === 0
      ? []
      : [
          `${named(unsafe)} throttled callers only because this machine cannot run more environments. On Lambda, up to 1,000 environments would start, and their requests would load a database with ${slots} slots.`,
        ]),
  ];
}

/**
 * Whether a cap keeps the connections below the slots. Returns false for `tutorial`, because each of its environments has several
 * connections. Also returns false for a profile without a cap, because its concurrency is only the limit of this machine.
 */
function protects({ name, concurrency }: ProfileResult, slots: number): boolean {
  return name !== 'tutorial' && (name === 'tuned' || concurrency !== withoutCap) && concurrency !== null && concurrency < slots;
}

function named(profiles: readonly ProfileResult[]): string {
  return profiles.map(({ name, concurrency }) => `${name} (cap ${concurrency})`).join(' and ');
}

/** Ranks a profile with violated invariants below all others, and one with 5xx responses below those without. */
function rank({ broken, serverErrors }: ProfileResult): number {
  return broken.length > 0 ? 2 : sum(serverErrors) > 0 ? 1 : 0;
}

function answered(profile: ProfileResult, slots: number | null): string {
  const { name, ok, requests, peakConnections } = profile;
  const share = requests === 0 ? 0 : Math.round((100 * ok) / requests);
  const connections = peakConnections === null || slots === null ? '' : `, with at most ${peakConnections} of ${slots} connections`;
  return `${name} answered ${count(ok)} of ${count(requests)} requests (${share} %), ${othersOf(profile).join(', ')}${connections}`;
}

function failed(profile: ProfileResult): string {
  return `${profile.name} answered ${count(profile.ok)}, ${othersOf(profile).join(', ')}`;
}

/** Describes the responses that are not 2xx, and violated invariants. */
function othersOf({ serverErrors, clientErrors, throttled, refused, broken }: ProfileResult): string[] {
  const failures = sum(serverErrors);
  const connections = refused?.['53300'] ?? 0;
  const reason =
    connections === 0 ? '' : `${failures === 0 ? ' although' : ' because'} the database refused ${count(connections)} connections`;
  return [
    failures === 0 ? `failed none${reason}` : `failed ${count(failures)} with 5xx${reason}`,
    ...(sum(clientErrors) === 0 ? [] : [`rejected ${count(sum(clientErrors))} with 4xx`]),
    `throttled ${count(throttled)}`,
    ...(broken.length === 0 ? [] : ['BROKE ITS INVARIANTS']),
  ];
}
