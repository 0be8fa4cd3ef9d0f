import * as z from 'zod/mini';
import { text } from './schema.ts';

const note = z._default(z.nullable(text(1, 500)), null);
// The largest integer of PostgreSQL.
const most = 2_147_483_647;
const added = z.int().check(z.minimum(1), z.maximum(most));
const removed = z.int().check(z.minimum(-most), z.maximum(-1));
const isNoChange = { error: 'Expected a number other than 0' };
const either = z.int().check(
  z.minimum(-most),
  z.maximum(most),
  z.refine((change) => change !== 0, isNoChange),
);
/** A stock movement to record: a change in units, or a count. */
export const stockMovement = z.discriminatedUnion('reason', [
  z.strictObject({ reason: z.enum(['receipt', 'return']), change: added, note }),
  z.strictObject({ reason: z.literal('damage'), change: removed, note }),
  z.strictObject({ reason: z.literal('correction'), change: either, note }),
  z.strictObject({ reason: z.literal('count'), countedQuantity: z.int().check(z.minimum(0), z.maximum(most)), note }),
]);
