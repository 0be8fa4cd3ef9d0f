import type { DataType, Model, ModelAttributeColumnOptions, ModelStatic } from 'sequelize';
import { beforeAll, describe, expect, it } from 'vitest';
import { database } from '../../lib/database/database.ts';
import type { Database } from '../../lib/database/types.ts';
import { type Column, type Constraint, columnsOf, constraintsOf } from '../support/databaseSchema.ts';

// Compares the models with the migrated schema, so that neither can change without the other.
const names = ['Category', 'Product', 'User', 'Order', 'OrderItem', 'OrderEvent', 'Payment', 'StockMovement'] as const;
// lib/events/lease.ts uses this table with SQL, so it has no model.
const withoutModel = ['publisher_lease'];

let db: Database;
let columns: Column[];
let constraints: Constraint[];

beforeAll(async () => {
  db = await database();
  columns = await columnsOf(db.sequelize);
  constraints = await constraintsOf(db.sequelize);
});

it('there is a model for each table, and a table for each model', () => {
  expect(Object.keys(db.sequelize.models).sort()).toEqual([...names].sort());
  const tables = Object.values(db.sequelize.models).map((model) => model.getTableName());
  expect([...tables, ...withoutModel].sort()).toEqual([...new Set(columns.map(({ table }) => table))].sort());
});

describe.each(names)('%s', (name) => {
  const model = (): ModelStatic<Model> => db[name];
  const table = () => String(model().getTableName());
  const attributes = () => Object.values(model().getAttributes());
  const ofKind = (kind: Constraint['kind']) => constraints.filter((constraint) => constraint.table === table() && constraint.kind === kind);

  it('has the columns of its table, with the same type, length and nullability', () => {
    const described = attributes().map((attribute) => ({
      name: fieldOf(attribute),
      type: typeOf(attribute.type),
      nullable: attribute.primaryKey !== true && attribute.allowNull !== false,
      identity: attribute.autoIncrement === true,
    }));
    const actual = columns
      .filter((column) => column.table === table())
      .map(({ name, type, nullable, identity }) => ({ name, type, nullable, identity }));
    expect(described.sort(byName)).toEqual(actual.sort(byName));
  });

  it('has the defaults of its table', async () => {
    for (const attribute of attributes()) {
      const column = columns.find((candidate) => candidate.table === table() && candidate.name === fieldOf(attribute));
      // Sequelize writes these times itself; the defaults of the table serve other clients.
      if (column?.fallback === 'now()') {
        expect(typeOf(attribute.type)).toBe('timestamp with time zone');
      } else {
        const [row] = await db.sequelize.query(`select ${column?.fallback ?? 'null'} as value`);
        expect(row, fieldOf(attribute)).toEqual([{ value: attribute.defaultValue ?? null }]);
      }
    }
  });

  it('has the primary key of its table', () => {
    const described = attributes()
      .filter(({ primaryKey }) => primaryKey)
      .map(fieldOf);
    expect(ofKind('primary key').map((constraint) => constraint.columns)).toEqual([described]);
  });

  it('has the unique constraints of its table, by name', () => {
    const described = new Map<unknown, string[]>();
    for (const attribute of attributes()) {
      if (attribute.unique) described.set(attribute.unique, [...(described.get(attribute.unique) ?? []), fieldOf(attribute)]);
    }
    expect(Object.fromEntries(described)).toEqual(
      Object.fromEntries(ofKind('unique').map((constraint) => [constraint.name, constraint.columns])),
    );
  });

  it('references the tables of its foreign keys, with the same rule on deletion', () => {
    const described = attributes()
      .filter(({ references }) => references !== undefined)
      .map((attribute) => ({
        columns: [fieldOf(attribute)],
        refersTo: referenceOf(attribute),
        onDelete: attribute.onDelete?.toLowerCase(),
      }));
    const actual = ofKind('foreign key').map(({ columns, definition, onDelete }) => ({
      columns,
      refersTo: /REFERENCES (\S+\))/.exec(definition)?.[1],
      onDelete,
    }));
    expect(described.sort(byText)).toEqual(actual.sort(byText));
  });

  it('has associations exactly for its foreign keys, each in both models, with the same rule on deletion', () => {
    for (const association of Object.values(model().associations)) {
      const { as, target, foreignKey, associationType } = association;
      const owner = associationType === 'HasMany' ? target : model();
      const field = owner.getAttributes()[foreignKey]?.field;
      const key = constraints.find(
        ({ table, kind, columns: [column] }) => table === owner.getTableName() && kind === 'foreign key' && column === field,
      );
      expect(association, as).toMatchObject({ options: { onDelete: key?.onDelete } });
      const back = Object.values(target.associations).filter((other) => other.target === model() && other.foreignKey === foreignKey);
      expect(
        back.map((other) => other.associationType),
        as,
      ).toEqual([associationType === 'HasMany' ? 'BelongsTo' : 'HasMany']);
    }
    const owned = Object.values(model().associations).filter(({ associationType }) => associationType === 'BelongsTo');
    const keys = owned.map(({ foreignKey }) => model().getAttributes()[foreignKey]?.field);
    expect(keys.sort()).toEqual(
      ofKind('foreign key')
        .flatMap((constraint) => constraint.columns)
        .sort(),
    );
  });
});

function fieldOf({ field }: ModelAttributeColumnOptions): string {
  return field ?? '(no field)';
}

/** Returns the server's name of a Sequelize type. */
function typeOf(type: DataType): string {
  if (typeof type !== 'object') throw new TypeError('Expected Sequelize to have turned each type into an object');
  return type.toSql().toLowerCase().replace('varchar', 'character varying');
}

function referenceOf({ references }: ModelAttributeColumnOptions): string {
  if (typeof references !== 'object') throw new TypeError('Expected Sequelize to have turned each reference into an object');
  return `${String(references.model)}(${references.key})`;
}

function byName(a: { name: string }, b: { name: string }): number {
  return a.name.localeCompare(b.name);
}

function byText(a: object, b: object): number {
  return JSON.stringify(a).localeCompare(JSON.stringify(b));
}
