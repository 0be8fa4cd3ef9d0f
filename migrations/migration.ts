import type { QueryInterface, Sequelize, Transaction } from 'sequelize';

/** What a migration or a seed works with. Every statement takes `transaction`: it commits together with the record of the run. */
export interface MigrationContext {
  readonly sequelize: Sequelize;
  readonly queryInterface: QueryInterface;
  readonly transaction: Transaction;
}

/** What the linter asks of a migration that does something it refuses; docs/migrations.md says when that is right. */
interface Reasons {
  /** Drops or renames what no running code uses any more: which release stopped using it. */
  readonly contract?: string;
  /** Any other rule of the linter, by its name: why it does not matter here. */
  readonly safe?: Readonly<Record<string, string>>;
}

/** One step of the schema, and the exact way back. */
interface TransactionalMigration extends Reasons {
  readonly transactional?: true;
  up(context: MigrationContext): Promise<void>;
  down(context: MigrationContext): Promise<void>;
}

/**
 * Statements that PostgreSQL refuses inside a transaction: `create index concurrently` and its like. They run one by one, and
 * a run that was cut short is taken up again, so each must be safe to repeat; an index that is there is not built twice.
 */
export interface ConcurrentMigration extends Reasons {
  readonly transactional: false;
  readonly up: readonly string[];
  readonly down: readonly string[];
}

export type Migration = TransactionalMigration | ConcurrentMigration;

/** Rows that a shop to try needs. Runs once, in one transaction; there is no way back. */
export interface Seed {
  /** The subjects of the customers that it makes: any other customer in the database is a real one. */
  readonly customers?: readonly string[];
  up(context: MigrationContext): Promise<void>;
}

/** A list entry: `name` is the file's name without extension, and the key under which its run is recorded. */
export interface Named<Step> {
  readonly name: string;
  readonly step: Step;
}
