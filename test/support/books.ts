import { QueryTypes } from 'sequelize';
import { wrongStocks } from '../../lib/migrator/commands/books.ts';
import { ownerDatabase } from './ownerDatabase.ts';

/** Returns the products whose stock is not the sum of their movements minus the units of their orders that are not cancelled. */
export async function productsAstray(): Promise<object[]> {
  const { sequelize } = await ownerDatabase();
  return sequelize.query(wrongStocks, { type: QueryTypes.SELECT });
}
