import { restored } from './formulas.ts';
import type { ProductContent } from './putProduct.ts';

/** A row of an import. */
export interface Row {
  readonly line: number;
  readonly sku: string;
  readonly cells: Readonly<Record<string, string>>;
}

/** The product fields in a row. The price is NaN if the cell is not a whole number. */
export interface RowContent {
  readonly row: Row;
  readonly content: Omit<ProductContent, 'isActive'> & { readonly isActive: boolean };
  /** False if the cell is neither `true` nor `false`. */
  readonly isActiveKnown: boolean;
  /** Whether the content differs from the stored product. */
  readonly differs: boolean;
}

/** Returns the rows of a table, each with its SKU. */
export function rowsOf(table: readonly Omit<Row, 'sku'>[]): readonly Row[] {
  return table.map(({ line, cells }) => ({ line, sku: restored(cells['sku'] ?? ''), cells }));
}

/** Returns the content of each row, and whether the content differs from the stored product. */
export function contentsOf(rows: readonly Row[], existing: ReadonlyMap<string, ProductContent>): readonly RowContent[] {
  return rows.map((row) => {
    const found = existing.get(row.sku);
    const { name, description, category, priceInCents, isActive } = row.cells;
    const flag = isActive === undefined ? (found?.isActive ?? true) : flagOf(isActive);
    const content = {
      name: restored(name ?? ''),
      description: description === undefined ? (found?.description ?? '') : restored(description),
      category: category === undefined ? (found?.category ?? null) : restored(category) || null,
      priceInCents: /^\d{1,16}$/.test(priceInCents ?? '') ? Number(priceInCents) : Number.NaN,
      isActive: flag ?? true,
    };
    const differs =
      !found ||
      flag === undefined ||
      found.name !== content.name ||
      found.description !== content.description ||
      found.category !== content.category ||
      found.priceInCents !== content.priceInCents ||
      found.isActive !== content.isActive;
    return { row, content, isActiveKnown: flag !== undefined, differs };
  });
}

/** Parses `true` or `false` in any case, because spreadsheets write TRUE and FALSE. Returns undefined for any other cell. */
function flagOf(cell: string): boolean | undefined {
  const text = cell.toLowerCase();
  return text === 'true' ? true : text === 'false' ? false : undefined;
}
