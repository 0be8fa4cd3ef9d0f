import type { Operation } from './operation.ts';
import { texts } from './texts.ts';

const customer = {
  ...{ id: 3, fullName: 'Ada Example', email: 'ada@example.com' },
  ...{ createdAt: '2026-03-01T09:00:00.000Z', updatedAt: '2026-03-01T09:00:00.000Z' },
};
const changed = { ...customer, fullName: 'Ada Changed', updatedAt: '2026-04-02T08:00:00.000Z' };

/** The routes of functions/customers.ts. */
export const customerOperations: Readonly<Record<string, Operation>> = {
  getCustomer: {
    ...{ tag: 'Customers', summary: "Retrieve the customer's own record" },
    description: "Returns the record of the token's customer. If the token has no customer, the response is 403 `unknown-customer`.",
    answer: { description: 'The customer.', schema: 'Customer', example: customer },
  },
  putCustomer: {
    ...{ tag: 'Customers', summary: 'Register or change the customer' },
    description:
      "Registers the token's customer (201), or replaces the customer's name and email address (200). If another customer has the email address, in upper or lower case, the response is 409 `email-taken`.",
    body: {
      description: 'The whole record.',
      fields: {
        fullName: texts.customer.fullName,
        email: `${texts.customer.email} If the token has the claim \`email\`, this field must equal the claim.`,
      },
      examples: {
        register: ['Register', { fullName: customer.fullName, email: customer.email }],
        change: ['Change the name', { fullName: changed.fullName, email: changed.email }],
      },
    },
    answer: {
      ...{ description: 'The changed customer.', schema: 'Customer', example: changed },
      created: { description: 'The new customer.', example: customer },
    },
    codes: ['email-taken'],
  },
  eraseCustomer: {
    ...{ tag: 'Customers', summary: "Erase the customer's personal data" },
    description:
      "Erases the customer's name, email address and subject, and the addresses, tracking data and idempotency keys of the customer's orders. The orders and their totals stay, without a customer. While an order is `pending`, `processing` or `shipped`, nothing is erased and the response is 409 `open-orders`. The same token may register again later, but does not get the old orders back.",
    answer: { status: 204, description: 'The customer is erased.' },
    codes: ['open-orders'],
  },
};
