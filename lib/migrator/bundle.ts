import { checksums } from '../../migrations/checksums.ts';
import { migrations } from '../../migrations/index.ts';
import type { Migration, Named, Seed } from '../../migrations/migration.ts';
import { seeds } from '../../migrations/seeds/index.ts';

/** The migrations and seeds of a release. */
export interface Bundle {
  readonly migrations: readonly Named<Migration>[];
  readonly seeds: readonly Named<Seed>[];
  /** Checksums of the migrations' sources, by name. */
  readonly checksums: Readonly<Record<string, string>>;
}

/** The bundle of this release. */
export const bundle: Bundle = { migrations, seeds, checksums };
