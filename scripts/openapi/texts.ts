/** Descriptions of the fields that a request and a response share. */
export const texts = {
  product: {
    name: "The product's name, as customers see it.",
    description: "The product's description, as customers see it. May be empty.",
    isActive: 'Whether customers can see and order the product.',
  },
  customer: { fullName: "The customer's full name.", email: "The customer's email address." },
  address: {
    name: "The recipient's name.",
    lines: 'The street, the house number and other details for the carrier, from the first line to the last.',
    postalCode: 'The postal code. Absent if the address has none.',
    city: 'The city or town.',
    country: 'The country, as a code of ISO 3166-1 alpha-2, such as `DE`.',
  },
  tracking: {
    carrier: "The carrier's name.",
    number: "The carrier's tracking number.",
    url: "The address of the carrier's tracking page. Null if there is none.",
  },
  discountCode: 'The discount code. It is a label for the sales report and does not change the total. Null for none.',
  payment: {
    kind: '`payment`: money from the customer. `refund`: money back to the customer.',
    amountInCents: 'The amount of this payment or refund, in whole cents. It is always above 0, for a refund too.',
    reference: "The payment provider's ID of this payment or refund. Each reference is recorded only once.",
  },
  movement: {
    reason:
      'Why the stock changed. `receipt`: a delivery. `return`: units that a customer sent back. `damage`: units that can no longer be sold. `correction`: an earlier movement was wrong. `count`: a stock count.',
    note: 'A note about the movement, such as a delivery number. Null for none.',
  },
} as const;

/** Returns descriptions for the properties of a nested object, such as `tracking.url`. */
export function nested(name: string, fields: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([field, text]) => [`${name}.${field}`, text]));
}
