import type { Sequelize } from 'sequelize';
import { defineCategory } from './category.ts';
import { defineOrder } from './order.ts';
import { defineOrderEvent } from './orderEvent.ts';
import { defineOrderItem } from './orderItem.ts';
import { definePayment } from './payment.ts';
import { defineProduct } from './product.ts';
import { defineStockMovement } from './stockMovement.ts';
import { defineUser } from './user.ts';

/** The classes of all models, by name. */
export type Models = ReturnType<typeof defineModels>;

/**
 * Binds every model to `sequelize` and declares both sides of every association. Each definition creates a new class, because a second Sequelize
 * instance would otherwise take over the models of the first.
 */
export function defineModels(sequelize: Sequelize) {
  const Category = defineCategory(sequelize);
  const Product = defineProduct(sequelize);
  const User = defineUser(sequelize);
  const Order = defineOrder(sequelize);
  const OrderItem = defineOrderItem(sequelize);
  const OrderEvent = defineOrderEvent(sequelize);
  const StockMovement = defineStockMovement(sequelize);
  const Payment = definePayment(sequelize);

  Category.hasMany(Product, { as: 'products', foreignKey: 'categoryId', onDelete: 'set null' });
  Product.belongsTo(Category, { as: 'category', foreignKey: 'categoryId', onDelete: 'set null' });

  User.hasMany(Order, { as: 'orders', foreignKey: 'userId', onDelete: 'restrict' });
  Order.belongsTo(User, { as: 'customer', foreignKey: 'userId', onDelete: 'restrict' });

  Order.hasMany(OrderItem, { as: 'lineItems', foreignKey: 'orderId', onDelete: 'cascade' });
  OrderItem.belongsTo(Order, { as: 'order', foreignKey: 'orderId', onDelete: 'cascade' });

  Order.hasMany(Payment, { as: 'payments', foreignKey: 'orderId', onDelete: 'restrict' });
  Payment.belongsTo(Order, { as: 'order', foreignKey: 'orderId', onDelete: 'restrict' });

  Product.hasMany(OrderItem, { as: 'orderItems', foreignKey: 'productId', onDelete: 'restrict' });
  OrderItem.belongsTo(Product, { as: 'product', foreignKey: 'productId', onDelete: 'restrict' });

  Product.hasMany(StockMovement, { as: 'stockMovements', foreignKey: 'productId', onDelete: 'cascade' });
  StockMovement.belongsTo(Product, { as: 'product', foreignKey: 'productId', onDelete: 'cascade' });

  return { Category, Product, User, Order, OrderItem, OrderEvent, Payment, StockMovement } as const;
}
