import { type CreationOptional, DataTypes, type InferAttributes, type InferCreationAttributes, Model, type Sequelize } from 'sequelize';

/**
 * A row of the outbox. SQL in lib/orders and lib/payments creates it, and SQL in lib/events updates it. The model reads rows, erases
 * actors and deletes old events.
 */
export class OrderEvent extends Model<InferAttributes<OrderEvent>, InferCreationAttributes<OrderEvent>> {
  declare id: CreationOptional<number>;
  declare orderId: number;
  /** The event's place among its order's events, from 1 without gaps. */
  declare sequence: number;
  declare type: string;
  declare payload: Record<string, unknown>;
  /** Who caused the event: `customer`, `system`, `staff` or `payments`. A colon and the subject of the token may follow the last two. */
  declare actor: string;
  declare requestId: string;
  declare createdAt: CreationOptional<Date>;
  declare attempts: CreationOptional<number>;
  declare claimedBy: CreationOptional<string | null>;
  declare notBefore: CreationOptional<Date>;
  declare lastError: CreationOptional<string | null>;
  declare publishedAt: CreationOptional<Date | null>;
  declare refusals: CreationOptional<number>;
  declare parkedAt: CreationOptional<Date | null>;
}

/** Binds OrderEvent to the table `order_events` of `sequelize`. */
export function defineOrderEvent(sequelize: Sequelize): typeof OrderEvent {
  return class extends OrderEvent {}.init(
    {
      id: { type: DataTypes.BIGINT, primaryKey: true, autoIncrement: true },
      orderId: { type: DataTypes.BIGINT, allowNull: false, unique: 'order_events_order_id_sequence_key' },
      sequence: { type: DataTypes.INTEGER, allowNull: false, unique: 'order_events_order_id_sequence_key' },
      type: { type: DataTypes.STRING(50), allowNull: false },
      payload: { type: DataTypes.JSONB, allowNull: false },
      actor: { type: DataTypes.STRING(300), allowNull: false },
      requestId: { type: DataTypes.STRING(255), allowNull: false },
      createdAt: { type: DataTypes.DATE, allowNull: false },
      attempts: { type: DataTypes.INTEGER, allowNull: false, defaultValue: 0 },
      claimedBy: { type: DataTypes.STRING(255), allowNull: true },
      notBefore: { type: DataTypes.DATE, allowNull: false, defaultValue: DataTypes.NOW },
      lastError: { type: DataTypes.STRING(255), allowNull: true },
      publishedAt: { type: DataTypes.DATE, allowNull: true },
      refusals: { type: DataTypes.INTEGER, allowNull: false, defaultValue: 0 },
      parkedAt: { type: DataTypes.DATE, allowNull: true },
    },
    { sequelize, modelName: 'OrderEvent', tableName: 'order_events', updatedAt: false },
  );
}
