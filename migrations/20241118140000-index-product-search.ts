import type { Migration } from './migration.ts';

/** A case-insensitive substring of name or description: trigrams find it, a B-tree cannot. pg_trgm is a trusted extension: the owner of the database may create it. */
export const indexProductSearch: Migration = {
  async up({ sequelize, transaction }) {
    await sequelize.query(
      `create extension if not exists pg_trgm;
       create index products_search_idx on products using gin (name gin_trgm_ops, description gin_trgm_ops)`,
      { transaction },
    );
  },
  async down({ sequelize, transaction }) {
    // The extension may have been there before, somebody else's, or in use: then it stays.
    await sequelize.query(
      `drop index products_search_idx;
       do $$
       begin
         drop extension if exists pg_trgm;
       exception when dependent_objects_still_exist or insufficient_privilege then
         raise notice 'pg_trgm is not ours alone: it stays';
       end
       $$`,
      { transaction },
    );
  },
};
