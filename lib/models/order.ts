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
import type { OrderItem } from './orderItem.ts';
import type { Payment } from './payment.ts';
import type { User } from './user.ts';

/** Every status of an order, in sequence. `cancelled` ends an order early. */
export const orderStatuses = ['pending', 'processing', 'shipped', 'delivered', 'cancelled'] as const;
export type OrderStatus = (typeof orderStatuses)[number];

/** Where an order is delivered. `country` is a code of ISO 3166-1, alpha-2. */
export interface Address {
  readonly name: string;
  /** Street, house number and other details for the carrier: 1 to 4 lines. */
  readonly lines: readonly string[];
  readonly postalCode?: string | undefined;
  readonly city: string;
  readonly country: string;
}

/** The carrier's tracking data of a shipped order. */
export interface Tracking {
  readonly carrier: string;
  readonly number: string;
  readonly url: string | null;
}

/** A customer's order. `idempotencyKey` is unique per customer. */
export class Order extends Model<InferAttributes<Order>, InferCreationAttributes<Order>> {
  declare id: CreationOptional<number>;
  /** Null for an order whose customer was erased. */
  declare userId: CreationOptional<ForeignKey<number | null>>;
  declare status: CreationOptional<OrderStatus>;
  declare totalInCents: number;
  declare discountCode: CreationOptional<string | null>;
  declare deliveryAddress: CreationOptional<Address | null>;
  declare tracking: CreationOptional<Tracking | null>;
  declare paidInCents: CreationOptional<number>;
  /** How many events the order has; null if this number follows from the order's status (lib/orders/eventCount.ts). */
  declare eventCount: CreationOptional<number | null>;
  declare idempotencyKey: string;
  declare requestHash: string;
  declare createdAt: CreationOptional<Date>;
  declare updatedAt: CreationOptional<Date>;
  declare customer?: NonAttribute<User>;
  declare lineItems?: NonAttribute<OrderItem[]>;
  declare payments?: NonAttribute<Payment[]>;
}

/** Binds Order to the table `orders` of `sequelize`. */
export function defineOrder(sequelize: Sequelize): typeof Order {
  return class extends Order {}.init(
    {
      id: { type: DataTypes.BIGINT, primaryKey: true, autoIncrement: true },
      userId: { type: DataTypes.BIGINT, allowNull: true, unique: 'orders_user_id_idempotency_key_key' },
      status: {
        type: DataTypes.STRING(20),
        allowNull: false,
        defaultValue: 'pending',
        validate: { isIn: { args: [[...orderStatuses]], msg: `A status is one of ${orderStatuses.join(', ')}` } },
      },
      totalInCents: {
        type: DataTypes.BIGINT,
        allowNull: false,
        validate: { isInt: { msg: 'A total is a whole number' }, min: { args: [0], msg: 'A total is 0 or more' } },
      },
      discountCode: {
        type: DataTypes.STRING(50),
        allowNull: true,
        validate: { is: { args: /^[A-Za-z0-9_-]{1,50}$/, msg: 'A discount code has 1 to 50 characters of A-Z a-z 0-9 _ -' } },
      },
      deliveryAddress: { type: DataTypes.JSONB, allowNull: true },
      tracking: { type: DataTypes.JSONB, allowNull: true },
      paidInCents: { type: DataTypes.BIGINT, allowNull: false, defaultValue: 0 },
      eventCount: { type: DataTypes.INTEGER, allowNull: true },
      idempotencyKey: {
        type: DataTypes.STRING(255),
        allowNull: false,
        unique: 'orders_user_id_idempotency_key_key',
        validate: { notEmpty: { msg: 'An order needs an idempotency key' } },
      },
      requestHash: {
        type: DataTypes.STRING(64),
        allowNull: false,
        validate: { is: { args: /^[0-9a-f]{64}$/, msg: 'A request hash is a SHA-256 in hexadecimal' } },
      },
      createdAt: { type: DataTypes.DATE, allowNull: false },
      updatedAt: { type: DataTypes.DATE, allowNull: false },
    },
    { sequelize, modelName: 'Order', tableName: 'orders' },
  );
}
