/** Parses a bigint. @throws RangeError beyond 2^53 - 1, where a number would lose precision */
export function safeInteger(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${text} is larger than the largest safe integer`);
  return number;
}
