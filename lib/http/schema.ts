import * as z from 'zod/mini';
// Sets zod's messages.
import '../config.ts';

/** An ID in JSON: a safe integer from 1. */
const id = z.int().check(z.minimum(1));

/** An integer in a path or a query, in decimal digits. */
export function integerText(minimum: number, maximum: number) {
  return z.pipe(
    z.pipe(z.string().check(z.regex(/^\d{1,16}$/, { error: 'Expected a whole number in digits' })), z.transform(Number)),
    z.int().check(z.minimum(minimum), z.maximum(maximum)),
  );
}

/** An ID in a path or a query. */
export const idText = integerText(1, Number.MAX_SAFE_INTEGER);

/** The number of items on a page. */
export function pageLimit(maximum: number, otherwise: number) {
  return z._default(integerText(1, maximum), otherwise);
}

/** Whether PostgreSQL can store the text unchanged: it has no U+0000 and no lone surrogate, which UTF-8 would replace by U+FFFD. */
export function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes(String.fromCharCode(0));
}

/** Text that PostgreSQL can store. */
export function text(minimum: number, maximum: number) {
  return z
    .string()
    .check(z.minLength(minimum), z.maxLength(maximum), z.refine(isStorable, { error: 'Must not contain U+0000 or a lone surrogate' }));
}

const maxLines = 100;

/** The lines of an order: 1 to 100, each with a different product and 1 to 1,000 units. */
export const lineItems = z.array(z.strictObject({ productId: id, quantity: z.int().check(z.minimum(1), z.maximum(1_000)) })).check(
  z.minLength(1),
  z.maxLength(maxLines),
  z.check((context) => {
    const seen = new Set<number>();
    for (const [index, { productId }] of context.value.entries()) {
      if (seen.has(productId)) {
        const message = 'Duplicate product. Put all of its units on one line';
        context.issues.push({ code: 'custom', input: productId, path: [index, 'productId'], message });
      }
      seen.add(productId);
    }
  }),
);

/** A discount code: a label for reports. */
export const discountCodeText = z
  .string()
  .check(z.regex(/^[A-Za-z0-9_-]{1,50}$/, { error: 'Expected 1 to 50 characters of A-Z a-z 0-9 _ -' }));

/** An order's discount code. A missing code is equal to null. */
export const discountCode = z._default(z.nullable(discountCodeText), null);

/** A month of the years 1000 to 2999. */
export const monthText = z.string().check(z.regex(/^[12]\d{3}-(0[1-9]|1[0-2])$/, { error: 'Expected a month as YYYY-MM' }));

/** A SKU: the shop's own code for a product. */
export const skuText = z.string().check(z.regex(/^[A-Za-z0-9._-]{1,64}$/, { error: 'Expected 1 to 64 characters of A-Z a-z 0-9 . _ -' }));

/** A price in cents, up to the largest PostgreSQL integer. */
export const cents = z.int().check(z.minimum(0), z.maximum(2_147_483_647));

/** `true` or `false` in a query. */
export const booleanText = z.pipe(
  z.enum(['true', 'false']),
  z.transform((value) => value === 'true'),
);

/** A time in a query. */
export const timeText = z.string().check(
  z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?(Z|[+-]\d{2}:\d{2})$/, {
    error: 'Expected a time of ISO 8601 with a time zone, such as 2026-03-01T00:00:00Z',
  }),
  z.refine((text) => !Number.isNaN(Date.parse(text)), { error: 'Expected a time that exists' }),
);
