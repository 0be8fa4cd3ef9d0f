import * as z from 'zod/mini';
import english from 'zod/v4/locales/en.js';

// Without it zod/mini says of every fault that it is "Invalid input".
z.config(english());

/** An id as JSON has it: a whole number from 1, as far as a number is exact. */
const id = z.int().check(z.minimum(1));

/** A whole number in a path or a query, in plain decimal digits. */
function integerText(minimum: number, maximum: number) {
  return z.pipe(
    z.pipe(z.string().check(z.regex(/^\d{1,16}$/, { error: 'Expected a whole number in digits' })), z.transform(Number)),
    z.int().check(z.minimum(minimum), z.maximum(maximum)),
  );
}

/** An id in a path or a query. */
export const idText = integerText(1, Number.MAX_SAFE_INTEGER);

/** How many entries a page holds. */
export function pageLimit(maximum: number, otherwise: number) {
  return z._default(integerText(1, maximum), otherwise);
}

/** Whether a PostgreSQL text can hold it as it is: no character 0, and no half of a surrogate pair, which UTF-8 replaces by U+FFFD. */
export function isStorable(text: string): boolean {
  // Written as a code: a literal one in a pattern reads like a mistake.
  return text.isWellFormed() && !text.includes(String.fromCharCode(0));
}

/** Text that a PostgreSQL text can hold. */
export function text(minimum: number, maximum: number) {
  return z
    .string()
    .check(
      z.minLength(minimum),
      z.maxLength(maximum),
      z.refine(isStorable, { error: 'Must not contain the character U+0000 or half of a surrogate pair' }),
    );
}

const maxLines = 100;

/** What is ordered: 1 to 100 lines, each of another product, of 1 to 1,000 units. */
export const lineItems = z.array(z.strictObject({ productId: id, quantity: z.int().check(z.minimum(1), z.maximum(1_000)) })).check(
  z.minLength(1),
  z.maxLength(maxLines),
  z.check((context) => {
    const seen = new Set<number>();
    for (const [index, { productId }] of context.value.entries()) {
      if (seen.has(productId)) {
        const message = 'This product is on an earlier line. Put all of its units on one';
        context.issues.push({ code: 'custom', input: productId, path: [index, 'productId'], message });
      }
      seen.add(productId);
    }
  }),
);

/** A label for reports. */
export const discountCodeText = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,50}$/, { error: 'Expected 1 to 50 of A-Z a-z 0-9 _ -' }));

/** The label of an order. Absent and null are equal. */
export const discountCode = z._default(z.nullable(discountCodeText), null);

/** A month of the years that a timestamp is sure to hold. */
export const monthText = z.string().check(z.regex(/^[12]\d{3}-(0[1-9]|1[0-2])$/, { error: 'Expected a month as YYYY-MM' }));
