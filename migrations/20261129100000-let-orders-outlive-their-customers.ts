import type { Migration } from './migration.ts';

/**
 * Lets customers keep their own records. An order whose customer was erased has no customer, and a check allows that only for orders that are
 * over. The foreign key stays: an order that is being placed prevents the erasure of its customer.
 */
export const letOrdersOutliveTheirCustomers: Migration = {
  safe: { 'ban-drop-not-null': 'Running code finds orders by their customer, and never sees those without' },
  async up({ sequelize, transaction }) {
    // Before the lock on orders, because this reads all customers. The unique index on emails (20261129100200) would fail and name no row.
    await sequelize.query(
      `do $$
       declare
         same text := (select string_agg(ids, ', ' order by ids)
                         from (select '(' || string_agg(id::text, ', ' order by id) || ')' as ids
                                 from users
                                group by lower(email)
                               having count(*) > 1
                                limit 20) twice);
       begin
         if same is not null then
           raise exception using
             errcode = 'unique_violation', constraint = 'users_lower_email_key',
             message = 'These customers (users.id) have emails that differ in case only: ' || same
                    || '. Change an email of each group with an UPDATE, and run up again';
         end if;
       end $$`,
      { transaction },
    );
    await sequelize.query(
      `alter table orders
         alter column user_id drop not null,
         add constraint orders_user_id_check check (user_id is not null or status in ('delivered', 'cancelled')) not valid;
       grant update (user_id, idempotency_key, request_hash) on orders to orders_api;
       grant select (full_name, email, created_at, updated_at),
             insert (auth_subject, full_name, email, created_at, updated_at),
             update (full_name, email, updated_at),
             delete on users to orders_api`,
      { transaction },
    );
  },
  async down({ sequelize, transaction }) {
    // Fails if a customer was erased: the orders of that customer have no owner to return to.
    await sequelize.query(
      `alter table orders
         drop constraint orders_user_id_check,
         alter column user_id set not null;
       revoke update (user_id, idempotency_key, request_hash) on orders from orders_api;
       revoke select (full_name, email, created_at, updated_at),
              insert (auth_subject, full_name, email, created_at, updated_at),
              update (full_name, email, updated_at),
              delete on users from orders_api`,
      { transaction },
    );
  },
};
