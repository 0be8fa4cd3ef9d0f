import * as z from 'zod/mini';
import { putProduct } from '../../lib/catalogue/putProduct.ts';
import { withDatabase } from '../../lib/database/withDatabase.ts';
import { api } from '../../lib/http/api.ts';
import { versioned } from '../../lib/http/reply.ts';
import { cents, skuText, text } from '../../lib/http/schema.ts';

const path = z.strictObject({ sku: skuText });
const body = z.strictObject({
  name: text(1, 200),
  description: z._default(text(0, 65_536), ''),
  category: z._default(z.nullable(text(1, 100)), null),
  priceInCents: cents,
  isActive: z._default(z.boolean(), true),
});

// `start transaction`, 3 statements for the category, one that reads the product, one that writes the product, and `commit`.
const statements = 7;

/** PUT /catalogue/products/{sku}: creates a product, or updates it if its version matches If-Match. */
export const handler = api({ statements, scope: 'catalogue:write', conditional: true, path, body }, async ({ path, body, condition }) => {
  const { product, isNew } = await withDatabase((db) => putProduct(db, { sku: path.sku, content: body, condition }));
  return versioned(isNew ? 201 : 200, product);
});
