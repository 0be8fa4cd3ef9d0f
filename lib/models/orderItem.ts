import {
  type CreationOptional,
  DataTypes,
  type ForeignKey,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type NonAttribute,
  type Sequelize,
} from 'sequelize';
import type { Order } from './order.ts';
import type { Product } from './product.ts';

/** A line of an order: a product, its quantity and its unit price when the order was placed. */
export class OrderItem extends Model<InferAttributes<OrderItem>, InferCreationAttributes<OrderItem>> {
  declare id: CreationOptional<number>;
  // Optional, because `Order.create` with `include: lineItems` sets it.
  declare orderId: CreationOptional<ForeignKey<number>>;
  declare productId: ForeignKey<number>;
  declare quantity: number;
  declare unitPriceInCents: number;
  declare order?: NonAttribute<Order>;
  declare product?: NonAttribute<Product>;
}

/** Binds OrderItem to the table `order_items` of `sequelize`. */
export function defineOrderItem(sequelize: Sequelize): typeof OrderItem {
  return class extends OrderItem {}.init(
    {
      id: { type: DataTypes.BIGINT, primaryKey: true, autoIncrement: true },
      orderId: { type: DataTypes.BIGINT, allowNull: false, unique: 'order_items_order_id_product_id_key' },
      productId: { type: DataTypes.BIGINT, allowNull: false, unique: 'order_items_order_id_product_id_key' },
      quantity: {
        type: DataTypes.INTEGER,
        allowNull: false,
        validate: { isInt: { msg: 'A quantity is a whole number' }, min: { args: [1], msg: 'A quantity is 1 or more' } },
      },
      unitPriceInCents: {
        type: DataTypes.INTEGER,
        allowNull: false,
        validate: { isInt: { msg: 'A unit price is a whole number' }, min: { args: [0], msg: 'A unit price is 0 or more' } },
      },
    },
    { sequelize, modelName: 'OrderItem', tableName: 'order_items', timestamps: false },
  );
}
