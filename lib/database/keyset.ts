import { literal, type Model, type ModelStatic, Op, type OrderItem, type Sequelize, type WhereOptions } from 'sequelize';

interface Keyset {
  /** The columns that are the same for the whole listing, first in the index: attribute and value. */
  readonly within: readonly (readonly [attribute: string, value: string | number])[];
  /** The attributes that the listing is sorted by, the last of them unique. */
  readonly by: readonly string[];
  readonly descending: boolean;
  /** The values of `by` at the last row seen; undefined for the first page. */
  readonly after: readonly (string | number)[] | undefined;
}

/**
 * Where and order by for a page of a listing that is a walk along one index over `within` and `by`, from any place on.
 *
 * Each column of `within` is a range of one, and in the order by too. Given `=`, the planner drops it from the sort, and may walk
 * the primary key and filter instead: it read 95,226 of 100,000 products for the newest of an old category (12.4 ms for 0.14 ms).
 * `after` is a comparison of rows, for which Sequelize has no operator: the index goes straight to it, whereas
 * `a > x or (a = x and id > y)` reads everything before.
 */
export function keyset(sequelize: Sequelize, model: ModelStatic<Model>, { within, by, descending, after }: Keyset) {
  const direction = descending ? 'desc' : 'asc';
  const attributes = [...within.map(([attribute]) => attribute), ...by];
  // Behind a position its comparison is the bound on one side: beside a second one on the first column, the index begins there instead.
  const otherSide = descending ? Op.gte : Op.lte;
  const where: WhereOptions[] = within.map(([attribute, value]) => ({
    [attribute]: after ? { [otherSide]: value } : { [Op.between]: [value, value] },
  }));
  if (after) {
    const columns = attributes.map((attribute) => `"${model.name}"."${model.getAttributes()[attribute]?.field ?? attribute}"`);
    const values = [...within.map(([, value]) => value), ...after].map((value) => sequelize.escape(value));
    // "Or equal", and then not the last one itself: the planner judges a comparison of rows by its first column, would take `<` to find
    // next to nothing, and sort all that it does find.
    where.push(literal(`(${columns.join(', ')}) ${descending ? '<=' : '>='} (${values.join(', ')})`));
    where.push({ [by[by.length - 1] ?? '']: { [Op.ne]: after[after.length - 1] } });
  }
  return { where, order: attributes.map((attribute): OrderItem => [attribute, direction]) };
}
