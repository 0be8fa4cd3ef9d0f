import type * as z from 'zod/mini';
import { PublicError } from '../errors.ts';

interface Fault {
  /** A JSON Pointer (RFC 6901) from the request: `/body/items/0/quantity`. */
  readonly path: string;
  readonly message: string;
}

// More than an honest request has places for faults; a body of 7,800 unknown fields is told of these.
const most = 500;

/** Collects what is wrong with a request, so that its sender hears all of it at once. */
export class Faults {
  readonly #found = new Map<string, Fault>();

  /** The checked value, or undefined with its faults noted under `pointer`. */
  check<Schema extends z.ZodMiniType>(pointer: string, schema: Schema, value: unknown): z.output<Schema> | undefined {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    for (const issue of result.error.issues) {
      if (issue.code === 'unrecognized_keys') {
        for (const key of issue.keys) this.#add(join(pointer, [...issue.path, key]), 'This field is not known here');
      } else {
        this.#add(join(pointer, issue.path), issue.message);
      }
    }
    return undefined;
  }

  /** The first fault of each place: that a number is no integer says enough, and that it is too large besides says nothing new. */
  #add(path: string, message: string): void {
    if (!this.#found.has(path) && this.#found.size < most) this.#found.set(path, { path, message });
  }

  /** @throws PublicError `invalid-request` with every fault */
  throwIfAny(): void {
    if (this.#found.size === 0) return;
    throw new PublicError('invalid-request', 'Some of the request is not as it must be. See errors.', {
      details: { errors: [...this.#found.values()] },
    });
  }
}

function join(pointer: string, path: readonly PropertyKey[]): string {
  return [pointer, ...path.map((part) => String(part).replaceAll('~', '~0').replaceAll('/', '~1'))].join('/');
}
