import type { ErrorCode } from '../../lib/errors.ts';
import type { responseSchemas } from './responseSchemas.ts';

/** One example, or several examples by name, each with a summary. */
export type Examples =
  | { readonly example?: unknown }
  | { readonly examples: Readonly<Record<string, readonly [summary: string, value: unknown]>> };

/** The parts of a route's description that its schemas do not contain. */
export interface Operation {
  readonly tag: 'Catalogue' | 'Catalogue management' | 'Orders' | 'Customers' | 'Fulfilment' | 'Payments' | 'Reports' | 'Description';
  readonly summary: string;
  readonly description: string;
  /** Description and example of each path and query parameter. */
  readonly parameters?: Readonly<Record<string, readonly [meaning: string, example: string | number]>>;
  readonly body?: Examples & {
    readonly description: string;
    /** The description of each property of a JSON body, by its path, such as `items.productId`. */
    readonly fields?: Readonly<Record<string, string>>;
  };
  readonly answer: Examples & {
    /** Default 200. A 204 has no body. */
    readonly status?: 201 | 204;
    readonly description: string;
    /** The description and example of the 201, for a route that also responds with 200. */
    readonly created?: { readonly description: string; readonly example: unknown };
    readonly schema?: keyof typeof responseSchemas;
    /** Text media types with an example, instead of or in addition to JSON. */
    readonly text?: Readonly<Record<string, string>>;
    readonly headers?: readonly string[];
  };
  /** Error codes of this route that do not follow from its schemas or its token. */
  readonly codes?: readonly ErrorCode[];
  /** Examples of this route's errors that differ from those in problems.ts. */
  readonly problems?: Readonly<Partial<Record<ErrorCode | 'internal', ProblemExample>>>;
}

/** An example of an error: its detail, and its further members. */
export interface ProblemExample {
  readonly detail: string;
  readonly details?: object;
}

/** Returns the examples as members of a media type object. */
export function exampleMembers(of: Examples): Record<string, unknown> {
  if (!('examples' in of)) return { example: of.example };
  return { examples: Object.fromEntries(Object.entries(of.examples).map(([name, [summary, value]]) => [name, { summary, value }])) };
}
