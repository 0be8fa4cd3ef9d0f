import { QueryTypes, type Sequelize } from 'sequelize';

/** A column, as PostgreSQL's system tables describe it. `type` is PostgreSQL's name of the type; `fallback` is the default, as an SQL expression. */
export interface Column {
  readonly table: string;
  readonly name: string;
  readonly position: number;
  readonly type: string;
  readonly nullable: boolean;
  readonly identity: boolean;
  readonly fallback: string | null;
}

export interface Constraint {
  readonly table: string;
  readonly name: string;
  readonly kind: 'check' | 'foreign key' | 'primary key' | 'unique';
  readonly columns: readonly string[];
  readonly onDelete: string | null;
  readonly definition: string;
}

// Leaves out the migrator's own tables, because they do not belong to the shop's schema.
const ours = `relnamespace = 'public'::regnamespace and relname !~ '^Sequelize(Meta|Data)'`;

/** Returns every column of every table, ordered by table and position. */
export function columnsOf(sequelize: Sequelize): Promise<Column[]> {
  return sequelize.query<Column>(
    `select relname as "table", attname as name, (row_number() over (partition by relname order by attnum))::int as position,
            format_type(atttypid, atttypmod) as type, not attnotnull as nullable, attidentity <> '' as identity,
            pg_get_expr(adbin, adrelid) as fallback
       from pg_class
       join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped
       left join pg_attrdef on adrelid = pg_class.oid and adnum = attnum
      where relkind in ('r', 'p') and ${ours}
      order by relname, attnum`,
    { type: QueryTypes.SELECT },
  );
}

/** Returns every constraint, ordered by table and name. Omits not-null constraints, which only PostgreSQL 18 lists, because `Column` shows them. */
export function constraintsOf(sequelize: Sequelize): Promise<Constraint[]> {
  return sequelize.query<Constraint>(
    `select relname as "table", conname as name,
            case contype when 'c' then 'check' when 'f' then 'foreign key' when 'p' then 'primary key' when 'u' then 'unique' else contype::text end as kind,
            array(select attname::text from pg_attribute where attrelid = conrelid and attnum = any (conkey) order by array_position(conkey, attnum)) as columns,
            case confdeltype when 'a' then 'no action' when 'r' then 'restrict' when 'c' then 'cascade' when 'n' then 'set null' end as "onDelete",
            pg_get_constraintdef(pg_constraint.oid) || case when convalidated then '' else ' NOT VALID' end as definition
       from pg_constraint
       join pg_class on pg_class.oid = conrelid
      where contype <> 'n' and ${ours}
      order by relname, conname`,
    { type: QueryTypes.SELECT },
  );
}

/** Returns the whole schema as lines of text, to compare it before and after a change. */
export async function schemaOf(sequelize: Sequelize): Promise<string[]> {
  const others = await sequelize.query<{ line: string }>(
    `select format('%s %I: %s, %s', case relkind when 'i' then 'index' when 'r' then 'table' else relkind::text end, relname,
                   coalesce(pg_get_indexdef(pg_class.oid), ''), concat_ws(' ', reloptions, relrowsecurity,
                     case when relkind = 'r' then coalesce(relacl, acldefault('r', relowner)) end)) as line
       from pg_class
      where ${ours}
      union all
     select format('function %s: %s', pg_proc.oid::regprocedure, prosrc) from pg_proc where pronamespace = 'public'::regnamespace
      union all
     select format('trigger %I on %s: %s', tgname, tgrelid::regclass, pg_get_triggerdef(oid)) from pg_trigger where not tgisinternal
      union all
     select format('type %I: %s', typname, typtype) from pg_type where typnamespace = 'public'::regnamespace and typname !~ '^_?Sequelize(Meta|Data)'
      union all
     -- PostgreSQL 15 keeps the rights of a column that was dropped.
     select format('column grant %s.%I: %s', attrelid::regclass, attname, attacl)
       from pg_attribute
       join pg_class on pg_class.oid = attrelid
      where attacl is not null and not attisdropped and ${ours}
      union all
     select format('extension %I: %s', extname, extversion) from pg_extension
      order by line`,
    { type: QueryTypes.SELECT },
  );
  const columns = await columnsOf(sequelize);
  const constraints = await constraintsOf(sequelize);
  return [
    ...others.map(({ line }) => line),
    ...columns.map(({ table, name, ...rest }) => `column ${table}.${name}: ${JSON.stringify(rest)}`),
    ...constraints.map(({ table, name, definition }) => `constraint ${name} on ${table}: ${definition}`),
  ];
}
