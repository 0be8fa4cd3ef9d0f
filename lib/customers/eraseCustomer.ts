import type { Transaction } from 'sequelize';
import type { Database } from '../database/types.ts';
import { PublicError, unknownCustomer } from '../errors.ts';
import { currentInvocation } from '../invocation.ts';
import type { OrderStatus } from '../models/order.ts';

const open: OrderStatus[] = ['pending', 'processing', 'shipped'];

// The columns of an order with personal data, and their values after the erasure. The idempotency key may contain personal data, because the customer chose it.
// The request hash covers the address. test/customers/eraseCustomer.test.ts fails if a column is missing here.
const erasedFromOrders = { userId: null, deliveryAddress: null, tracking: null, idempotencyKey: 'erased', requestHash: '0'.repeat(64) };
const erasedFromMovements = { actor: null, idempotencyKey: 'erased' };

/**
 * Erases a customer: deletes the record, and keeps the orders, events and stock movements without their personal data. The same token may register again.
 * @throws PublicError `unknown-customer`, `open-orders`
 */
export function eraseCustomer(db: Database, authSubject: string): Promise<void> {
  return db.sequelize.transaction((transaction) => erase(db, authSubject, transaction));
}

async function erase(db: Database, authSubject: string, transaction: Transaction): Promise<void> {
  // A transaction that places an order locks the customer's row through the foreign key. The lock here waits for such a transaction. A later one waits for the
  // erasure and then finds no customer.
  const customer = await db.User.findOne({ where: { authSubject }, lock: transaction.LOCK.UPDATE, transaction });
  if (!customer) {
    // An earlier attempt of the same request has erased the customer, and its response was lost.
    if ((currentInvocation()?.database.attempts ?? 1) > 1) return;
    throw unknownCustomer();
  }
  const { id: userId } = customer;
  if ((await db.Order.count({ where: { userId, status: open }, transaction })) > 0) {
    throw new PublicError('open-orders', 'Some of your orders are not delivered yet. Cancel them, or wait until they are delivered.');
  }
  // `silent` does not change updatedAt, which must keep the time of the order's last business change.
  await db.Order.update(erasedFromOrders, { where: { userId }, silent: true, transaction });
  // The customer may also be a member of staff. Stock movements and events then name the same subject as their `actor`.
  await db.StockMovement.update(erasedFromMovements, { where: { actor: authSubject }, transaction });
  await db.OrderEvent.update({ actor: 'staff' }, { where: { actor: `staff:${authSubject}` }, transaction });
  await customer.destroy({ transaction });
}
