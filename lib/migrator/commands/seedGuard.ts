import { QueryTypes, type Sequelize } from 'sequelize';
import type { Named, Seed } from '../../../migrations/migration.ts';

const wayOut =
  'Nothing was written. To seed anyway, set "allowProductionSeed": true or run npm run migrate -- seed --allow-production-seed.';

/** Rejects the stage `production`. @throws Error */
export function refuseProduction(stage: string): void {
  if (stage !== 'production') return;
  throw new Error(`This stage is production, and seeds add invented customers, products and orders to the shop. ${wayOut}`);
}

/**
 * Rejects a database with customers that no seed created. A seeded customer is recognised by its subject, which never changes.
 * @throws Error that names one of these customers
 */
export async function refuseRealCustomers(sequelize: Sequelize, seeds: readonly Named<Seed>[]): Promise<void> {
  const seeded = seeds.flatMap(({ step }) => step.customers ?? []);
  const [real] = await sequelize.query<{ id: string }>('select id::text from users where auth_subject <> all ($1::text[]) limit 1', {
    bind: [seeded],
    type: QueryTypes.SELECT,
  });
  if (!real) return;
  throw new Error(
    `This database contains customers that no seed created, such as the customer with the id ${real.id}. Seeds would add invented customers, products and orders. ${wayOut}`,
  );
}
