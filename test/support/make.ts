import { randomUUID } from 'node:crypto';
import { ownerDatabase } from './ownerDatabase.ts';

/** Creates a customer. Tests pass only the values that matter to them. */
export async function makeCustomer(fields: { authSubject?: string; email?: string; passwordHash?: string } = {}) {
  const db = await ownerDatabase();
  const unique = randomUUID();
  return db.User.create({ authSubject: unique, fullName: 'Ada Example', email: `${unique}@example.com`, ...fields });
}

export async function makeCategory(name: string = randomUUID()) {
  const db = await ownerDatabase();
  return db.Category.create({ name });
}

export async function makeProduct(
  fields: {
    sku?: string;
    name?: string;
    description?: string;
    priceInCents?: number;
    stockQuantity?: number;
    isActive?: boolean;
    categoryId?: number;
  } = {},
) {
  const db = await ownerDatabase();
  return db.Product.create({ sku: randomUUID(), name: 'Teapot', priceInCents: 1_999, stockQuantity: 10, ...fields });
}

/** Creates many products in one statement. */
export async function makeProducts(count: number, fields: { stockQuantity?: number; categoryId?: number } = {}) {
  const db = await ownerDatabase();
  const rows = Array.from({ length: count }, (_, index) => ({
    sku: randomUUID(),
    name: `Teapot ${index}`,
    priceInCents: 100 + index,
    stockQuantity: 10,
    ...fields,
  }));
  return db.Product.bulkCreate(rows, { returning: true });
}

/** Returns a product's stock. */
export async function stockOf(productId: number): Promise<number | undefined> {
  const db = await ownerDatabase();
  return (await db.Product.findByPk(productId))?.stockQuantity;
}

/** Returns the number of a customer's orders. */
export async function ordersOf(userId: number): Promise<number> {
  const db = await ownerDatabase();
  return db.Order.count({ where: { userId } });
}
