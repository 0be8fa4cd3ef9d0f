import { DataTypes } from 'sequelize';
import type { Migration } from './migration.ts';

const index = 'orders_discount_code_idx';

/** A label for reports. Few orders have one, so the index holds only those. */
export const addDiscountCodeToOrders: Migration = {
  async up({ sequelize, queryInterface, transaction }) {
    await queryInterface.addColumn('orders', 'discount_code', { type: DataTypes.STRING(50), allowNull: true }, { transaction });
    await sequelize.query(`create index ${index} on orders (discount_code) where discount_code is not null`, { transaction });
  },
  async down({ queryInterface, transaction }) {
    // The index first: dropping the column would take it along unseen, and an index left out of `down` is how schemas drift.
    await queryInterface.removeIndex('orders', index, { transaction });
    await queryInterface.removeColumn('orders', 'discount_code', { transaction });
  },
};
