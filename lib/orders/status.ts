export { orderStatuses } from '../models/order.ts';
