import { routed } from '../lib/http/routed.ts';
import { handler as recordPayment } from './payments/recordPayment.ts';

/** /orders/{orderId}/payments: records payments and refunds, for the payment service. */
export const handler = routed({ 'POST /orders/{orderId}/payments': recordPayment });
