import type { Operation } from './operation.ts';

const customer = {
  ...{ id: 3, fullName: 'Ada Example', email: 'ada@example.com' },
  ...{ createdAt: '2026-03-01T09:00:00.000Z', updatedAt: '2026-03-01T09:00:00.000Z' },
};

/** The routes of functions/customers.ts. */
export const customerOperations: Readonly<Record<string, Operation>> = {
  getCustomer: {
    ...{ tag: 'Customers', summary: "Retrieve the customer's own record" },
    description: "Returns the record of the token's customer. If the token has no customer, the response is 403 `unknown-customer`.",
    answer: { description: 'The customer', schema: 'Customer', example: customer },
  },
  putCustomer: {
    ...{ tag: 'Customers', summary: 'Register or update the customer' },
    description:
      "Registers the token's customer, or replaces the customer's name and email. If the token has the claim `email`, the body's email must equal it. If another customer has the email, in upper or lower case, the response is 409 `email-taken`.",
    body: { description: 'The whole record.', example: { fullName: 'Ada Example', email: 'ada@example.com' } },
    answer: { ...{ description: 'The changed customer', created: 'The new customer' }, ...{ schema: 'Customer', example: customer } },
    codes: ['email-taken'],
  },
  eraseCustomer: {
    ...{ tag: 'Customers', summary: "Erase the customer's personal data" },
    description:
      "Erases the customer's name, email and subject, and the addresses, tracking and idempotency keys of the customer's orders. The orders and their totals stay, without a customer. While an order is pending, processing or shipped, the response is 409 `open-orders`. The same token may register again later.",
    answer: { status: 204, description: 'The customer is erased' },
    codes: ['open-orders'],
  },
};
