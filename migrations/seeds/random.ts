export interface Dice {
  /** An integer from 0 to below `end`. */
  below(end: number): number;
  /** True in about `percent` of 100 throws. */
  chance(percent: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** Like `pick`, but the first ones of the list more often than the last: shops have bestsellers and regulars. */
  favourite<T>(list: readonly T[]): T;
}

/** Repeats the same throws for the same seed on every machine (mulberry32): a seed must write the same rows everywhere. */
export function dice(seed: number): Dice {
  let state = seed;

  const below = (end: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return Math.floor((((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32) * end);
  };

  const at = <T>(list: readonly T[], index: number): T => {
    const item = list[index];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  };

  return {
    below,
    chance: (percent) => below(100) < percent,
    pick: (list) => at(list, below(list.length)),
    favourite: (list) => at(list, Math.min(below(list.length), below(list.length))),
  };
}
