import type { QueryInterface, Sequelize, Transaction } from 'sequelize';

/** What a migration or a seed works with. Every statement takes `transaction`: it commits together with the record of the run. */
export interface MigrationContext {
  readonly sequelize: Sequelize;
  readonly queryInterface: QueryInterface;
  readonly transaction: Transaction;
}

/** One step of the schema, and the exact way back. */
export interface Migration {
  up(context: MigrationContext): Promise<void>;
  down(context: MigrationContext): Promise<void>;
}

/** Rows that a shop to try needs. Runs once, in one transaction; there is no way back. */
export interface Seed {
  up(context: MigrationContext): Promise<void>;
}

/** A list entry: `name` is the file's name without extension, and the key under which its run is recorded. */
export interface Named<Step> {
  readonly name: string;
  readonly step: Step;
}
