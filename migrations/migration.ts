import type { QueryInterface, Sequelize, Transaction } from 'sequelize';

/** The context of a migration or seed. Every statement must use `transaction`: the migration and its record commit together. */
export interface MigrationContext {
  readonly sequelize: Sequelize;
  readonly queryInterface: QueryInterface;
  readonly transaction: Transaction;
}

/** The reasons for which the linter accepts a migration that breaks its rules. docs/migrations.md has an example. */
interface Reasons {
  /** For a drop or rename: the release that stopped using the name. */
  readonly contract?: string;
  /** For any other rule: its name, and why the rule does not matter here. */
  readonly safe?: Readonly<Record<string, string>>;
}

/** A change of the schema and its exact reversal. */
interface TransactionalMigration extends Reasons {
  readonly transactional?: true;
  up(context: MigrationContext): Promise<void>;
  down(context: MigrationContext): Promise<void>;
}

/**
 * Statements that PostgreSQL rejects in a transaction, such as `create index concurrently`. They run one by one. After an interruption, the next run
 * repeats them, so each must be safe to repeat. A valid index is not built again.
 */
export interface ConcurrentMigration extends Reasons {
  readonly transactional: false;
  readonly up: readonly string[];
  readonly down: readonly string[];
}

export type Migration = TransactionalMigration | ConcurrentMigration;

/** Rows for a trial shop. Runs once, in one transaction, and has no `down`. */
export interface Seed {
  /** The subjects of the customers that the seed creates. Any other customer in the database is a real customer. */
  readonly customers?: readonly string[];
  up(context: MigrationContext): Promise<void>;
}

/** A list entry. `name` is the file name without extension. A run is recorded under this name. */
export interface Named<Step> {
  readonly name: string;
  readonly step: Step;
}
