import { expect, it } from 'vitest';
import { database } from '../../lib/database/database.ts';
import type { MovementReason } from '../../lib/models/stockMovement.ts';

const { StockMovement } = await database();

it.each<[MovementReason, readonly number[], readonly number[], string]>([
  ['receipt', [1], [0, -1], 'A receipt adds units to the stock: a change is above 0'],
  ['return', [1], [0, -1], 'A return adds units to the stock: a change is above 0'],
  ['damage', [-1], [0, 1], 'Damage takes units from the stock: a change is below 0'],
  ['correction', [1, -1], [0], 'A change is not 0'],
  ['opening', [1, -1], [0], 'A change is not 0'],
  ['count', [1, 0, -1], [], ''],
])('the change of a %s may be one of %j, but none of %j', async (reason, takes, refuses, message) => {
  const validate = (change: number) => StockMovement.build({ productId: 1, reason, change, balance: 1 }).validate({ fields: ['change'] });
  for (const change of takes) await expect(validate(change)).resolves.not.toThrow();
  for (const change of refuses) await expect(validate(change)).rejects.toMatchObject({ errors: [{ path: 'change', message }] });
});
