import { Failure } from '../local/failure.ts';

const secondsOf: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** Seconds of `90s`, `15m`, `12h` or `7d`, negative with a minus sign before it. Throws a Failure on anything else. */
export function parseDuration(text: string): number {
  const [, amount, unit = ''] = /^(-?\d+)([smhd])$/.exec(text) ?? [];
  const seconds = Number(amount) * (secondsOf[unit] ?? Number.NaN);
  if (!Number.isSafeInteger(seconds)) throw new Failure(`${JSON.stringify(text)} is no duration; write 90s, 15m, 12h or 7d`);
  return seconds;
}
