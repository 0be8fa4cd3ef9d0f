import { Failure } from '../local/failure.ts';

const secondsOf: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** Returns the seconds of a duration such as `90s`, `15m`, `12h`, `7d` or `-1h`. Throws a Failure for any other text. */
export function parseDuration(text: string): number {
  const [, amount, unit = ''] = /^(-?\d+)([smhd])$/.exec(text) ?? [];
  const seconds = Number(amount) * (secondsOf[unit] ?? Number.NaN);
  if (!Number.isSafeInteger(seconds)) throw new Failure(`${JSON.stringify(text)} is not a duration; write 90s, 15m, 12h or 7d`);
  return seconds;
}
