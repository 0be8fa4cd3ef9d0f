import { Failure } from './failure.ts';
import { invokeMigrate } from './invokeMigrate.ts';
import type { Lambda } from './lambda/lambda.ts';
import { queryOnce } from './postgres/client.ts';

/**
 * Seeds an empty shop, and adds new seeds to a shop that was seeded before. Leaves a shop with data of its own unchanged. With `empty`, seeds nothing, and
 * throws a Failure if the shop was seeded before. Returns whether the shop has trial data.
 */
export async function seedShop(functions: Lambda, ownerUrl: string, { empty }: { readonly empty: boolean }): Promise<boolean> {
  const { isSeeded, isUsed } = await contentOf(ownerUrl);
  if (empty && isSeeded) {
    throw new Failure('The local shop has trial data. To delete all local data and start an empty shop: npm start -- --empty --fresh');
  }
  if (empty || (isUsed && !isSeeded)) return false;
  // `allowProductionSeed` lets `migrate` add new seeds to a shop that has customers. This is safe, because the database is local.
  await invokeMigrate(functions, { command: 'seed', allowProductionSeed: true });
  return true;
}

async function contentOf(ownerUrl: string): Promise<{ isSeeded: boolean; isUsed: boolean }> {
  // The first seed creates this table, which records the seeds.
  const tables = await queryOnce(ownerUrl, `select from pg_tables where tablename = 'SequelizeData'`);
  const seeds = tables.length > 0 ? await queryOnce(ownerUrl, 'select from "SequelizeData" limit 1') : [];
  const content = await queryOnce(ownerUrl, '(select from products limit 1) union all (select from users limit 1)');
  return { isSeeded: seeds.length > 0, isUsed: content.length > 0 };
}
