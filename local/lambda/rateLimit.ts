/** Allows at most `limit` calls in any period of `windowMs`. */
export class RateLimit {
  readonly #limit: number;
  readonly #windowMs: number;
  readonly #now: () => number;
  readonly #taken: number[] = [];

  constructor(limit: number, windowMs: number, now: () => number = () => performance.now()) {
    this.#limit = limit;
    this.#windowMs = windowMs;
    this.#now = now;
  }

  /** Returns whether another call is allowed now. If so, counts the call. */
  take(): boolean {
    const since = this.#now() - this.#windowMs;
    while ((this.#taken[0] ?? Number.POSITIVE_INFINITY) <= since) this.#taken.shift();
    if (this.#taken.length >= this.#limit) return false;
    this.#taken.push(this.#now());
    return true;
  }
}
