import type { ErrorCode } from '../../lib/errors.ts';
import type { responseSchemas } from './responseSchemas.ts';

/** The parts of a route's description that its schemas do not contain. */
export interface Operation {
  readonly tag: 'Catalogue' | 'Catalogue management' | 'Orders' | 'Customers' | 'Fulfilment' | 'Payments' | 'Reports' | 'Description';
  readonly summary: string;
  readonly description?: string;
  /** Description and example of each path and query parameter. */
  readonly parameters?: Readonly<Record<string, readonly [meaning: string, example?: string | number]>>;
  readonly body?: { readonly description: string; readonly example: unknown };
  readonly answer: {
    /** Default 200. A 204 has no body. */
    readonly status?: 201 | 204;
    readonly description: string;
    /** The description of the 201, for a route that also responds with 200. */
    readonly created?: string;
    readonly schema?: keyof typeof responseSchemas;
    readonly example?: unknown;
    /** Text media types with an example, instead of or in addition to JSON. */
    readonly text?: Readonly<Record<string, string>>;
    readonly headers?: readonly string[];
  };
  /** Error codes of this route that do not follow from its schemas or its token. */
  readonly codes?: readonly ErrorCode[];
}
