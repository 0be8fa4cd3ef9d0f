import { payment } from './examples.ts';
import type { Operation } from './operation.ts';
import { orderId } from './parameterTexts.ts';
import { texts } from './texts.ts';

const refund = { kind: 'refund', amountInCents: 1999, reference: 're_9Kd' };

/** The routes of functions/payments.ts. */
export const paymentOperations: Readonly<Record<string, Operation>> = {
  recordPayment: {
    ...{ tag: 'Payments', summary: 'Record a payment or refund', parameters: { orderId } },
    description:
      "Records a payment or refund of an order in any status, exactly once for each `reference`. It changes the order's `paidInCents`, but moves no money. If you repeat a request, the response is the recorded payment with `Idempotency-Replayed: true`. If a refund exceeds the order's `paidInCents`, the response is 409 `refund-exceeds-payments`. If the reference was recorded with another order, kind or amount, the response is 422 `reference-reused`.",
    body: {
      description: 'The payment or refund, as the payment provider has reported it.',
      fields: texts.payment,
      examples: {
        payment: ['A payment', { kind: 'payment', amountInCents: payment.amountInCents, reference: payment.reference }],
        refund: ['A refund of a part of the payment', refund],
      },
    },
    answer: {
      ...{ status: 201, description: 'The recorded payment or refund.', schema: 'Payment', headers: ['Idempotency-Replayed'] },
      examples: {
        payment: ['A payment', { id: 5, orderId: 17, ...payment }],
        refund: ['A refund of a part of the payment', { id: 6, orderId: 17, ...refund, time: '2026-03-14T10:15:00.000Z' }],
      },
    },
    codes: ['not-found', 'refund-exceeds-payments', 'reference-reused'],
  },
};
