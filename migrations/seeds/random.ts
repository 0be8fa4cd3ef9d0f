export interface Dice {
  /** Returns an integer from 0 to below `end`. */
  below(end: number): number;
  /** Returns true in about `percent` of 100 calls. */
  chance(percent: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** Like `pick`, but prefers items at the start of the list, because shops have bestsellers and regular customers. */
  favourite<T>(list: readonly T[]): T;
}

/** Returns a generator with the same numbers on every machine (mulberry32), because a seed must write the same rows everywhere. */
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
