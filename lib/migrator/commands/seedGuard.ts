import { QueryTypes, type Sequelize } from 'sequelize';
import type { Named, Seed } from '../../../migrations/migration.ts';

const wayOut =
  'If you want that, say "allowProductionSeed": true, or: npm run migrate -- seed --allow-production-seed. Nothing was written.';

/** @throws Error when the stage is `production`, where seeds are refused unless they are allowed by name */
export function refuseProduction(stage: string): void {
  if (stage !== 'production') return;
  throw new Error(`This stage is production, and seeds put invented customers, products and orders into the shop. ${wayOut}`);
}

/**
 * Looks for customers that no seed made: then this is somebody's shop, whatever its stage is called. A seeded customer is known by its
 * subject, which alone never changes. @throws Error naming such a customer by its id
 */
export async function refuseRealCustomers(sequelize: Sequelize, seeds: readonly Named<Seed>[]): Promise<void> {
  const seeded = seeds.flatMap(({ step }) => step.customers ?? []);
  const [real] = await sequelize.query<{ id: string }>('select id::text from users where auth_subject <> all ($1::text[]) limit 1', {
    bind: [seeded],
    type: QueryTypes.SELECT,
  });
  if (!real) return;
  throw new Error(
    `This database holds customers that no seed made, such as the one with the id ${real.id}, and seeds put invented customers, products and orders beside them. ${wayOut}`,
  );
}
