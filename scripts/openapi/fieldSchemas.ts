import { z } from 'zod';

/** A view after serialisation as JSON. */
type Json<View> = View extends Date
  ? string
  : View extends readonly (infer Item)[]
    ? Json<Item>[]
    : View extends object
      ? { -readonly [Key in keyof View]: Json<View[Key]> }
      : View;

/** Compiles only if the schema matches the view exactly. */
export function describes<View>() {
  return <Schema extends z.ZodType>(
    schema: [Json<View>, z.output<Schema>] extends [z.output<Schema>, Json<View>] ? Schema : { differsFrom: Json<View> },
  ) => schema;
}

export const text = (description: string) => z.string().describe(description);
export const id = (description: string) => z.int().min(1).describe(description);
export const count = (description: string) => z.int().min(0).describe(description);
/** An amount of 0 or more whole cents. */
export const cents = (description: string) => count(description);
/** A time in ISO 8601, in UTC. */
export const time = (description: string) => z.iso.datetime().describe(description);

/** The fields of a page of items. */
export function page<Item extends z.ZodType>(item: Item, description: string) {
  return {
    items: z.array(item).describe(description),
    nextCursor: z
      .string()
      .nullable()
      .describe('Send this value as `cursor`, with the same filters and sort, to get the next page. Null on the last page.'),
  };
}
