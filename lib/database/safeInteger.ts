/** A bigint of the server as a number. @throws RangeError past 2^53 - 1, where a number would silently be another one */
export function safeInteger(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${text} is beyond the integers that a number holds exactly`);
  return number;
}
