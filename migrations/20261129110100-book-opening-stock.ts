import type { Migration } from './migration.ts';

/**
 * Books the stock of the products that are there as their opening: stock plus the units of orders that are not cancelled. One statement has one
 * snapshot, and an order commits its stock together with its lines, so no lock is needed while orders go on. A killed run leaves nothing. A product
 * that has an opening keeps it: it was inserted after the step before, whose trigger made it.
 */
export const bookOpeningStock: Migration = {
  safe: { 'require-concurrent-index-creation': 'the table is new: only inserts of products write to it, and they wait for milliseconds' },
  async up({ sequelize, transaction }) {
    await sequelize.query(
      `insert into stock_movements (product_id, change, reason, balance)
       select id, units, 'opening', stock_quantity
         from (select products.id, stock_quantity,
                      stock_quantity + coalesce(ordered.units, 0) - coalesce(booked.units, 0) as units
                 from products
                 left join (select product_id, sum(quantity) as units
                              from order_items
                             where not exists (select from orders where orders.id = order_id and status = 'cancelled')
                             group by product_id) ordered on ordered.product_id = products.id
                 left join (select product_id, sum(change) as units, bool_or(reason = 'opening') as is_open
                              from stock_movements
                             group by product_id) booked on booked.product_id = products.id
                where booked.is_open is not true) opening
        where units <> 0
        order by id`,
      { transaction },
    );
    // From now on a product has one opening at most.
    await sequelize.query(`create unique index stock_movements_opening_idx on stock_movements (product_id) where reason = 'opening'`, {
      transaction,
    });
  },
  async down({ sequelize, transaction }) {
    // A later run of this step books the same again. Those of products that were inserted since go too.
    await sequelize.query(`drop index stock_movements_opening_idx; delete from stock_movements where reason = 'opening'`, { transaction });
  },
};
