import { type Bundle, bundle } from '../../lib/migrator/bundle.ts';
import type { Migration } from '../../migrations/migration.ts';

const indexTotals: Migration = {
  transactional: false,
  up: [
    'create index concurrently orders_total_in_cents_idx on orders (total_in_cents)',
    'create index concurrently orders_discounted_idx on orders (created_at) where discount_code is not null',
  ],
  down: ['drop index concurrently if exists orders_discounted_idx', 'drop index concurrently if exists orders_total_in_cents_idx'],
};

/** This release with one more migration, which runs outside a transaction. */
export const interruptedRelease: Bundle = {
  ...bundle,
  migrations: [...bundle.migrations, { name: '29990101000000-index-totals', step: indexTotals }],
};
