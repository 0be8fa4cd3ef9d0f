export { type OrderStatus, orderStatuses } from '../models/order.ts';
