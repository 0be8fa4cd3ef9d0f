import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type NonAttribute,
  type Sequelize,
} from 'sequelize';
import type { Product } from './product.ts';

/** A category of products. */
export class Category extends Model<InferAttributes<Category>, InferCreationAttributes<Category>> {
  declare id: CreationOptional<number>;
  declare name: string;
  declare products?: NonAttribute<Product[]>;
}

/** Binds Category to the table `categories` of `sequelize`. */
export function defineCategory(sequelize: Sequelize): typeof Category {
  return class extends Category {}.init(
    {
      id: { type: DataTypes.BIGINT, primaryKey: true, autoIncrement: true },
      name: {
        type: DataTypes.STRING(100),
        allowNull: false,
        unique: 'categories_name_key',
        validate: { notEmpty: { msg: 'A category needs a name' }, len: { args: [1, 100], msg: 'A name has at most 100 characters' } },
      },
    },
    { sequelize, modelName: 'Category', tableName: 'categories', timestamps: false },
  );
}
