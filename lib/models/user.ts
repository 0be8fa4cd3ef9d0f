import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type NonAttribute,
  type Sequelize,
} from 'sequelize';
import type { Order } from './order.ts';

/** A customer. `authSubject` is the `sub` of the customer's token. */
export class User extends Model<InferAttributes<User>, InferCreationAttributes<User>> {
  declare id: CreationOptional<number>;
  declare authSubject: string;
  declare fullName: string;
  declare email: string;
  /** Loaded only by the scope `withPasswordHash`. */
  declare passwordHash?: CreationOptional<string | null>;
  declare createdAt: CreationOptional<Date>;
  declare updatedAt: CreationOptional<Date>;
  declare orders?: NonAttribute<Order[]>;
}

/** Binds User to the table `users` of `sequelize`. */
export function defineUser(sequelize: Sequelize): typeof User {
  return class extends User {}.init(
    {
      id: { type: DataTypes.BIGINT, primaryKey: true, autoIncrement: true },
      authSubject: {
        type: DataTypes.STRING(255),
        allowNull: false,
        unique: 'users_auth_subject_key',
        validate: { notEmpty: { msg: 'A customer needs the subject of their token' } },
      },
      fullName: {
        type: DataTypes.STRING(150),
        allowNull: false,
        validate: { notEmpty: { msg: 'A customer needs a name' }, len: { args: [1, 150], msg: 'A name has at most 150 characters' } },
      },
      email: {
        type: DataTypes.STRING(255),
        allowNull: false,
        unique: 'users_email_key',
        validate: { isEmail: { msg: 'This is not an e-mail address' } },
      },
      passwordHash: { type: DataTypes.STRING(255), allowNull: true },
      createdAt: { type: DataTypes.DATE, allowNull: false },
      updatedAt: { type: DataTypes.DATE, allowNull: false },
    },
    {
      sequelize,
      modelName: 'User',
      tableName: 'users',
      defaultScope: { attributes: { exclude: ['passwordHash'] } },
      scopes: { withPasswordHash: {} },
    },
  );
}
