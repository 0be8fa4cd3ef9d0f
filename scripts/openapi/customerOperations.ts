import type { Operation } from './operation.ts';

const customer = {
  ...{ id: 3, fullName: 'Ada Example', email: 'ada@example.com' },
  ...{ createdAt: '2026-03-01T09:00:00.000Z', updatedAt: '2026-03-01T09:00:00.000Z' },
};

/** The routes of functions/customers.ts. */
export const customerOperations: Readonly<Record<string, Operation>> = {
  getCustomer: {
    ...{ tag: 'Customers', summary: "Retrieve the customer's own record" },
    description: "Returns the record of the token's customer. A token without a customer is 403 `unknown-customer`.",
    answer: { description: 'The customer', schema: 'Customer', example: customer },
  },
  putCustomer: {
    ...{ tag: 'Customers', summary: 'Register the customer, or change name and email' },
    description:
      "Creates the record of the token's customer, or replaces its name and email, and returns it. If the token has the claim `email`, the email must equal it. An email that another customer has, whatever the case of its letters, is 409 `email-taken`.",
    body: { description: 'The whole record.', example: { fullName: 'Ada Example', email: 'ada@example.com' } },
    answer: { ...{ description: 'The changed customer', created: 'The new customer' }, ...{ schema: 'Customer', example: customer } },
    codes: ['email-taken'],
  },
  eraseCustomer: {
    ...{ tag: 'Customers', summary: "Erase the customer's personal data" },
    description:
      "Erases the customer's name, email, subject and delivery addresses. The orders stay without a customer, and so do their totals. An order that is pending, processing or shipped makes this 409 `open-orders`. Afterwards the same token may register again.",
    answer: { status: 204, description: 'The customer is erased' },
    codes: ['open-orders'],
  },
};
