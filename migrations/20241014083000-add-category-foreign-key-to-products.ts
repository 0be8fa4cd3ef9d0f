import type { Migration } from './migration.ts';

const name = 'products_category_id_fkey';

/** A product outlives its category. */
export const addCategoryForeignKeyToProducts: Migration = {
  async up({ queryInterface, transaction }) {
    await queryInterface.addConstraint('products', {
      type: 'foreign key',
      name,
      fields: ['category_id'],
      references: { table: 'categories', field: 'id' },
      onDelete: 'set null',
      onUpdate: 'no action',
      transaction,
    });
  },
  async down({ queryInterface, transaction }) {
    await queryInterface.removeConstraint('products', name, { transaction });
  },
};
