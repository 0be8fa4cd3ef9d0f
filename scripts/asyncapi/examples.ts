import type { z } from 'zod';
import type { eventDetails } from '../../lib/events/eventDetail.ts';
import type { EventType } from '../../lib/events/orderEvent.ts';

const common = { schemaVersion: 1, orderId: 1042, totalInCents: 3998, discountCode: null } as const;
const requestIds = {
  placed: '5f0d3c6e-6f2b-4a53-9a39-4f7f0b7d2a11',
  paid: '1b7f7a52-0f0e-4f0a-8a3b-0d1c7f3e9c22',
  advanced: '9c1e2d3f-7a8b-4c5d-8e6f-1a2b3c4d5e33',
  cancelled: '3e5d7c9b-1f2a-4b6c-9d8e-7f6a5b4c3d44',
  refunded: '7a6b5c4d-3e2f-4a1b-8c9d-0e1f2a3b4c55',
};

/** An example of each event: the events of one order. */
export const examples: Readonly<{ [Type in EventType]: z.output<(typeof eventDetails)[Type]> }> = {
  'order.placed': {
    ...{ ...common, id: 5001, sequence: 1, time: '2026-11-02T09:30:00.000Z', actor: 'customer', requestId: requestIds.placed },
    ...{ status: 'pending', lineItems: [{ productId: 1, quantity: 2, unitPriceInCents: 1999 }] },
  },
  'order.paid': {
    ...{ ...common, id: 5002, sequence: 2, time: '2026-11-02T09:31:12.000Z', actor: 'payments:webhook', requestId: requestIds.paid },
    ...{ status: 'pending', amountInCents: 3998, paidInCents: 3998, reference: 'pay_8Zq3' },
  },
  'order.advanced': {
    ...{ ...common, id: 5003, sequence: 3, time: '2026-11-02T10:05:40.000Z', actor: 'staff:ada', requestId: requestIds.advanced },
    ...{ status: 'processing', previousStatus: 'pending' },
  },
  'order.cancelled': {
    ...{ ...common, id: 5004, sequence: 4, time: '2026-11-02T10:20:00.000Z', actor: 'customer', requestId: requestIds.cancelled },
    ...{ status: 'cancelled', previousStatus: 'processing', reason: 'customer', refundDueInCents: 3998 },
  },
  'order.refunded': {
    ...{ ...common, id: 5005, sequence: 5, time: '2026-11-02T10:21:30.000Z', actor: 'payments:webhook', requestId: requestIds.refunded },
    ...{ status: 'cancelled', amountInCents: 3998, paidInCents: 0, reference: 'ref_2Kd9' },
  },
};
