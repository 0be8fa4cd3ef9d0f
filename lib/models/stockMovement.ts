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
import type { Product } from './product.ts';

/** The reasons for which staff add units to a stock or take units from it. */
const changeReasons = ['receipt', 'correction', 'damage', 'return'] as const;
export type ChangeReason = (typeof changeReasons)[number];
/** Every reason of a movement. `opening` is the stock with which a product's movements begin. */
export const movementReasons = ['opening', ...changeReasons, 'count'] as const;
export type MovementReason = (typeof movementReasons)[number];

/**
 * A change of a product's stock that is not an order. A product's stock is the sum of its movements minus the units of orders that are not
 * cancelled. A movement never changes, except that its actor and its key can be erased.
 */
export class StockMovement extends Model<InferAttributes<StockMovement>, InferCreationAttributes<StockMovement>> {
  declare id: CreationOptional<number>;
  declare productId: ForeignKey<number>;
  declare change: number;
  declare reason: MovementReason;
  declare note: CreationOptional<string | null>;
  /** The product's stock after the movement. */
  declare balance: number;
  /** The token's subject; null for an opening, and after the person was erased. */
  declare actor: CreationOptional<string | null>;
  /** Unique for each actor; null for an opening. */
  declare idempotencyKey: CreationOptional<string | null>;
  declare requestHash: CreationOptional<string | null>;
  declare createdAt: CreationOptional<Date>;
  declare product?: NonAttribute<Product>;
}

/** Binds StockMovement to the table `stock_movements` of `sequelize`. */
export function defineStockMovement(sequelize: Sequelize): typeof StockMovement {
  return class extends StockMovement {}.init(
    {
      id: { type: DataTypes.BIGINT, primaryKey: true, autoIncrement: true },
      productId: { type: DataTypes.BIGINT, allowNull: false },
      change: {
        type: DataTypes.BIGINT,
        allowNull: false,
        validate: {
          isInt: { msg: 'A change is a whole number' },
          fitsReason(this: StockMovement, change: number) {
            const fault = changeFault(this.reason, change);
            if (fault !== undefined) throw new Error(fault);
          },
        },
      },
      reason: {
        type: DataTypes.STRING(20),
        allowNull: false,
        validate: { isIn: { args: [[...movementReasons]], msg: `A reason is one of ${movementReasons.join(', ')}` } },
      },
      note: {
        type: DataTypes.STRING(500),
        allowNull: true,
        validate: { notEmpty: { msg: 'A note is not empty' }, len: { args: [1, 500], msg: 'A note has at most 500 characters' } },
      },
      balance: {
        type: DataTypes.INTEGER,
        allowNull: false,
        validate: {
          isInt: { msg: 'A balance is a whole number' },
          min: { args: [0], msg: 'A balance is 0 or more' },
          max: { args: [2_147_483_647], msg: 'A balance is at most 2147483647' },
        },
      },
      actor: { type: DataTypes.STRING(255), allowNull: true, unique: 'stock_movements_actor_idempotency_key_key' },
      idempotencyKey: {
        type: DataTypes.STRING(255),
        allowNull: true,
        unique: 'stock_movements_actor_idempotency_key_key',
        validate: { notEmpty: { msg: 'An idempotency key is not empty' } },
      },
      requestHash: {
        type: DataTypes.STRING(64),
        allowNull: true,
        validate: { is: { args: /^[0-9a-f]{64}$/, msg: 'A request hash is a SHA-256 in hexadecimal' } },
      },
      createdAt: { type: DataTypes.DATE, allowNull: false },
    },
    { sequelize, modelName: 'StockMovement', tableName: 'stock_movements', updatedAt: false },
  );
}

function changeFault(reason: MovementReason, change: number): string | undefined {
  if (reason === 'damage') return change < 0 ? undefined : 'Damage takes units from the stock: a change is below 0';
  if (reason === 'receipt' || reason === 'return')
    return change > 0 ? undefined : `A ${reason} adds units to the stock: a change is above 0`;
  return reason === 'count' || change !== 0 ? undefined : 'A change is not 0';
}
