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

/** Every kind of a payment row. */
export const paymentKinds = ['payment', 'refund'] as const;
export type PaymentKind = (typeof paymentKinds)[number];

/** A payment or refund of an order. The model only reads rows. SQL in lib/payments creates the row and changes the order's `paidInCents`. */
export class Payment extends Model<InferAttributes<Payment>, InferCreationAttributes<Payment>> {
  declare id: CreationOptional<number>;
  declare orderId: ForeignKey<number>;
  declare kind: PaymentKind;
  declare amountInCents: number;
  /** The payment provider's ID of this payment. */
  declare reference: string;
  /** Who reported the payment: `payments`, or `payments:` with the subject of the token. */
  declare actor: string;
  declare createdAt: CreationOptional<Date>;
  declare order?: NonAttribute<Order>;
}

/** Binds Payment to the table `payments` of `sequelize`. */
export function definePayment(sequelize: Sequelize): typeof Payment {
  return class extends Payment {}.init(
    {
      id: { type: DataTypes.BIGINT, primaryKey: true, autoIncrement: true },
      orderId: { type: DataTypes.BIGINT, allowNull: false },
      kind: { type: DataTypes.STRING(20), allowNull: false },
      amountInCents: { type: DataTypes.BIGINT, allowNull: false },
      reference: { type: DataTypes.STRING(255), allowNull: false, unique: 'payments_reference_key' },
      actor: { type: DataTypes.STRING(300), allowNull: false },
      createdAt: { type: DataTypes.DATE, allowNull: false },
    },
    { sequelize, modelName: 'Payment', tableName: 'payments', updatedAt: false },
  );
}
