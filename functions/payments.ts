import { routed } from '../lib/http/routed.ts';
import { handler as recordPayment } from './payments/recordPayment.ts';

/** /orders/{orderId}/payments: what a payment service reports. */
export const handler = routed({ 'POST /orders/{orderId}/payments': recordPayment });
