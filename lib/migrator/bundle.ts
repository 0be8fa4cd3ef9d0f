import { checksums } from '../../migrations/checksums.ts';
import { migrations } from '../../migrations/index.ts';
import type { Migration, Named, Seed } from '../../migrations/migration.ts';
import { seeds } from '../../migrations/seeds/index.ts';

/** Everything that a release brings along for the database. */
export interface Bundle {
  readonly migrations: readonly Named<Migration>[];
  readonly seeds: readonly Named<Seed>[];
  /** Of the migrations' sources, by name. */
  readonly checksums: Readonly<Record<string, string>>;
}

/** This release's. */
export const bundle: Bundle = { migrations, seeds, checksums };
