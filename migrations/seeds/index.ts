import type { Named, Seed } from '../migration.ts';
import { catalogueSeed } from './20250120090000-catalogue.ts';
import { customersSeed } from './20250120090100-customers.ts';
import { ordersSeed } from './20250120090200-orders.ts';

/** Every seed, in order. A list, because a glob does not work in a bundle. */
export const seeds: readonly Named<Seed>[] = [
  { name: '20250120090000-catalogue', step: catalogueSeed },
  { name: '20250120090100-customers', step: customersSeed },
  { name: '20250120090200-orders', step: ordersSeed },
];
