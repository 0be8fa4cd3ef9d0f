import type * as z from 'zod/mini';
import { type Fault, invalidRequest } from '../errors.ts';

// Limits the size of the response, because a body can have 7,800 unknown fields. An ordinary mistake causes far fewer faults than this limit.
const most = 500;

/** Collects the faults of a request, up to 500, so that one response reports them all. */
export class Faults {
  readonly #found = new Map<string, Fault>();

  /** Returns the parsed value, or undefined after adding its faults under `pointer`. */
  check<Schema extends z.ZodMiniType>(pointer: string, schema: Schema, value: unknown): z.output<Schema> | undefined {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    for (const issue of result.error.issues) {
      if (issue.code === 'unrecognized_keys') {
        for (const key of issue.keys) this.#add(join(pointer, [...issue.path, key]), 'Unknown field');
      } else {
        this.#add(join(pointer, issue.path), issue.message);
      }
    }
    return undefined;
  }

  /** Adds a fault at the path `pointer`/`name`. */
  add(pointer: string, name: string, message: string): void {
    this.#add(join(pointer, [name]), message);
  }

  /** Keeps the first fault of each path. Further faults add little: a number that is not an integer, for example, may also be too large. */
  #add(path: string, message: string): void {
    if (!this.#found.has(path) && this.#found.size < most) this.#found.set(path, { path, message });
  }

  /** @throws PublicError `invalid-request` with all faults */
  throwIfAny(): void {
    if (this.#found.size === 0) return;
    throw invalidRequest([...this.#found.values()]);
  }
}

function join(pointer: string, path: readonly PropertyKey[]): string {
  return [pointer, ...path.map((part) => String(part).replaceAll('~', '~0').replaceAll('/', '~1'))].join('/');
}
