import { z } from 'zod';
import { cents, count, id, text } from './fieldSchemas.ts';

const line = {
  productId: id("The product's ID."),
  quantity: id('The number of units in the request.'),
  unitPriceInCents: cents('The current price of one unit, in whole cents.'),
};

/** The further members of a problem document, by code. */
const problemDetails: Readonly<Record<string, z.ZodRawShape>> = {
  'invalid-request': {
    errors: z
      .array(
        z.object({
          path: text('A JSON Pointer to the fault in the request, such as `/body/items/0/quantity`.'),
          message: text('What is wrong, for people.'),
        }),
      )
      .min(1)
      .describe('All faults of the request, up to 500.'),
  },
  'unknown-product': { productIds: z.array(z.int()).min(1).describe('The IDs of unknown or inactive products.') },
  'insufficient-stock': {
    shortages: z
      .array(
        z.object({
          productId: id("The product's ID."),
          requested: id('The number of units that the request needs.'),
          available: count('The number of units that can be sold.'),
        }),
      )
      .min(1)
      .describe('Every product without enough stock.'),
  },
  'price-changed': {
    totalInCents: cents('The total at the current prices, in whole cents.'),
    lineItems: z.array(z.object(line)).min(1).describe('Every line at its current price.'),
  },
  unpaid: {
    totalInCents: cents("The order's total, in whole cents."),
    paidInCents: cents("The sum of the order's payments minus its refunds, in whole cents."),
  },
  'refund-exceeds-payments': { paidInCents: cents("The sum of the order's payments minus its refunds so far, in whole cents.") },
  'too-many-pending-orders': { limit: id('How many pending orders a customer may have.') },
  'method-not-allowed': { allow: z.array(z.string()).min(1).describe('The methods that the path allows.') },
};

/** Returns the schema of an error's problem document (RFC 9457). */
export function problemSchema(code: string, [status, title]: readonly [status: number, title: string]): z.ZodType {
  return z.object({
    type: z.literal('about:blank').describe('Always `about:blank`: `code` identifies the error.'),
    title: z.literal(title).describe("The status's name."),
    status: z.literal(status).describe('The HTTP status.'),
    detail: text('What is wrong and what to do, for people. The text may change.'),
    code: z.literal(code).describe('The error, for programs. It never changes.'),
    ...problemDetails[code],
  });
}
