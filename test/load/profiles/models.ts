// Models of the shop's tables, as a tutorial would define them.
import { DataTypes, type Model, type Sequelize } from 'sequelize';

interface ProductRow {
  id: number;
  categoryId: number | null;
  name: string;
  priceInCents: number;
  stockQuantity: number;
  isActive: boolean;
}
export type Product = Model<ProductRow> & ProductRow;
export type Category = Model<{ id: number; name: string }> & { id: number; name: string };
export type User = Model<{ id: number; authSubject: string }> & { id: number; authSubject: string };
interface OrderRow {
  id?: number;
  userId: number;
  status: string;
  totalInCents: number;
  idempotencyKey: string;
  requestHash: string;
}
export type Order = Model<OrderRow> & OrderRow & { id: number };
interface OrderItemRow {
  id?: number;
  orderId: number;
  productId: number;
  quantity: number;
  unitPriceInCents: number;
}
export type OrderItem = Model<OrderItemRow> & OrderItemRow;

export function defineModels(sequelize: Sequelize) {
  // Creates a new object for each field, because Sequelize writes the field's name into the object. A shared object had only the last field's name.
  const key = () => ({ id: { type: DataTypes.BIGINT, primaryKey: true, autoIncrement: true } });
  const whole = () => ({ type: DataTypes.BIGINT, allowNull: false });
  const untimed = { underscored: true, timestamps: false };
  const timed = { underscored: true };
  return {
    Category: sequelize.define<Category>('Category', { ...key(), name: DataTypes.STRING }, { ...untimed, tableName: 'categories' }),
    Product: sequelize.define<Product>(
      'Product',
      {
        ...{ ...key(), categoryId: DataTypes.BIGINT, name: DataTypes.STRING, isActive: DataTypes.BOOLEAN },
        ...{ priceInCents: DataTypes.INTEGER, stockQuantity: DataTypes.INTEGER },
      },
      { ...timed, tableName: 'products' },
    ),
    User: sequelize.define<User>('User', { ...key(), authSubject: DataTypes.STRING }, { ...timed, tableName: 'users' }),
    Order: sequelize.define<Order>(
      'Order',
      {
        ...key(),
        userId: whole(),
        status: DataTypes.STRING,
        totalInCents: whole(),
        idempotencyKey: DataTypes.STRING,
        requestHash: DataTypes.STRING,
      },
      { ...timed, tableName: 'orders' },
    ),
    OrderItem: sequelize.define<OrderItem>(
      'OrderItem',
      { ...key(), orderId: whole(), productId: whole(), quantity: DataTypes.INTEGER, unitPriceInCents: DataTypes.INTEGER },
      { ...untimed, tableName: 'order_items' },
    ),
  };
}

export type Models = ReturnType<typeof defineModels>;
