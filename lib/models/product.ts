import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelValidateOptions,
  type NonAttribute,
  type Sequelize,
} from 'sequelize';
import type { Category } from './category.ts';
import type { OrderItem } from './orderItem.ts';
import type { StockMovement } from './stockMovement.ts';

// Created on first use, because it loads ICU, which took a tenth of a cold start's CPU (docs/design-decisions.md).
let usDollars: Intl.NumberFormat | undefined;

/**
 * A product. Only lib/orders and stock movements change `stockQuantity`, while they lock the row. Stock plus the units of cancellable orders never
 * exceeds 2147483647, so that every cancellation can return its units (`products_stock_leaves_room_check`).
 */
export class Product extends Model<InferAttributes<Product>, InferCreationAttributes<Product>> {
  declare id: CreationOptional<number>;
  /** Never changes. */
  declare sku: string;
  declare categoryId: CreationOptional<number | null>;
  declare name: string;
  declare description: CreationOptional<string>;
  declare priceInCents: number;
  declare stockQuantity: CreationOptional<number>;
  declare isActive: CreationOptional<boolean>;
  /** Incremented by `update` and `save`, which throw an OptimisticLockError if another change came first. */
  declare version: CreationOptional<number>;
  declare createdAt: CreationOptional<Date>;
  declare updatedAt: CreationOptional<Date>;
  declare category?: NonAttribute<Category | null>;
  declare orderItems?: NonAttribute<OrderItem[]>;
  declare stockMovements?: NonAttribute<StockMovement[]>;

  /** Returns the price as text, such as `$1,234.50`. */
  getFormattedPrice(): string {
    usDollars ??= new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });
    return usDollars.format(this.priceInCents / 100);
  }

  /** Whether `quantity` units were in stock when this row was read. */
  isInStock(quantity = 1): boolean {
    return this.stockQuantity >= quantity;
  }
}

/** Binds Product to the table `products` of `sequelize`. */
export function defineProduct(sequelize: Sequelize): typeof Product {
  return class extends Product {}.init(
    {
      id: { type: DataTypes.BIGINT, primaryKey: true, autoIncrement: true },
      sku: {
        type: DataTypes.STRING(64),
        allowNull: false,
        unique: 'products_sku_key',
        validate: { is: { args: /^[A-Za-z0-9._-]{1,64}$/, msg: 'A SKU has 1 to 64 characters of A-Z a-z 0-9 . _ -' } },
      },
      categoryId: { type: DataTypes.BIGINT, allowNull: true },
      name: {
        type: DataTypes.STRING(200),
        allowNull: false,
        validate: { notEmpty: { msg: 'A product needs a name' }, len: { args: [1, 200], msg: 'A name has at most 200 characters' } },
      },
      description: { type: DataTypes.TEXT, allowNull: false, defaultValue: '' },
      priceInCents: { type: DataTypes.INTEGER, allowNull: false, validate: wholeNumber('A price') },
      stockQuantity: { type: DataTypes.INTEGER, allowNull: false, defaultValue: 0, validate: wholeNumber('A stock') },
      isActive: { type: DataTypes.BOOLEAN, allowNull: false, defaultValue: true },
      version: { type: DataTypes.INTEGER, allowNull: false, defaultValue: 0 },
      createdAt: { type: DataTypes.DATE, allowNull: false },
      updatedAt: { type: DataTypes.DATE, allowNull: false },
    },
    { sequelize, modelName: 'Product', tableName: 'products', version: true, scopes: { onSale: { where: { isActive: true } } } },
  );
}

// Returns a new object for each field, because Sequelize stores state in the object. With a shared object, Sequelize returned the price as the
// stock.
function wholeNumber(what: string): ModelValidateOptions {
  return {
    isInt: { msg: `${what} is a whole number` },
    min: { args: [0], msg: `${what} is 0 or more` },
    max: { args: [2_147_483_647], msg: `${what} is at most 2147483647` },
  };
}
