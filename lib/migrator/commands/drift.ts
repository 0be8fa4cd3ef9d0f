import type { Recorded } from '../steps/store.ts';
import { stepOfFile } from './fileNames.ts';

/** Something that is not as it should be: `name` is the migration's, or that of what in the database is meant. */
export interface Problem {
  readonly name: string;
  readonly code:
    | 'edited'
    | 'missing'
    | 'out-of-order'
    | 'invalid-index'
    | 'not-adopted'
    | 'environment'
    | 'api-role'
    | 'api-setting'
    | 'api-password'
    | 'missing-privilege'
    | 'excess-privilege';
  readonly message: string;
}

/** How the bundle and the record differ. */
export interface Drift {
  readonly problems: readonly Problem[];
  /** Of the bundle, not on record, in order. */
  readonly pending: readonly string[];
  /** On record, not in this bundle, and after its last: a newer release was here before. */
  readonly ahead: readonly string[];
}

/** The schema and this release do not belong together; the message lists every problem. */
export class DriftError extends Error {
  override readonly name = 'DriftError';

  constructor(problems: readonly Problem[]) {
    super(`Nothing was run.\n${problems.map(({ name, code, message }) => `- ${name}: ${code}: ${message}`).join('\n')}`);
  }
}

/** Compares the record with the bundle's `names`, in their order, and the checksums of their sources. */
export function driftOf(found: readonly Recorded[], names: readonly string[], checksums: Readonly<Record<string, string>>): Drift {
  // sequelize-cli's rows say nothing about this release until they are adopted.
  const files = found.filter(({ name }) => stepOfFile(name) !== undefined);
  const recorded = found.filter((row) => !files.includes(row));
  const known = new Set(names);
  const done = new Set(recorded.map(({ name }) => name));
  const last = names.at(-1) ?? '';
  const lastApplied = recorded.findLast(({ name }) => known.has(name))?.name ?? '';
  const edited = recorded.filter(({ name, checksum }) => checksum !== null && name in checksums && checksums[name] !== checksum);
  const missing = recorded.filter(({ name }) => !known.has(name) && name <= last);
  const pending = names.filter((name) => !done.has(name));
  const ahead = recorded.map(({ name }) => name).filter((name) => !known.has(name) && name > last);
  // An older release after a rollback lacks nothing: what it does not know came later.
  const outOfOrder = ahead.length > 0 ? [] : pending.filter((name) => name < lastApplied);
  return {
    pending,
    ahead,
    problems: [
      ...files.slice(0, 1).map(({ name }) => ({
        name: 'SequelizeMeta',
        code: 'not-adopted' as const,
        message: `sequelize-cli recorded ${files.length} migrations here by their files, such as ${name}. Take its record over with npm run migrate -- up --adopt, that is {"command": "up", "adopt": true}: it compares the schema first.`,
      })),
      ...edited.map(({ name }) => ({
        name,
        code: 'edited' as const,
        message: 'its source is not what ran here. Restore it, and put the change into a migration of its own.',
      })),
      ...missing.map(({ name }) => ({
        name,
        code: 'missing' as const,
        message: 'it was applied here and is not in this release. Bring its file back: a migration that has run is never removed.',
      })),
      ...outOfOrder.map((name) => ({
        name,
        code: 'out-of-order' as const,
        message: `it sorts before ${lastApplied}, which was applied already. Give it a later time, or say "allowOutOfOrder": true if the order does not matter.`,
      })),
    ],
  };
}
