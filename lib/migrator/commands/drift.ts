import type { Problem } from '../problem.ts';
import type { Recorded } from '../steps/store.ts';
import { stepOfFile } from './fileNames.ts';

/** The differences between this release's migrations and the record of applied migrations. */
export interface Drift {
  readonly problems: readonly Problem[];
  /** The migrations of this release that are not applied yet, in order. */
  readonly pending: readonly string[];
  /** The applied migrations that are newer than every migration of this release. A newer release has applied them. */
  readonly ahead: readonly string[];
}

/** The schema does not match this release. The message lists every problem. */
export class DriftError extends Error {
  override readonly name = 'DriftError';

  constructor(problems: readonly Problem[]) {
    super(`Nothing was run.\n${problems.map(({ name, code, message }) => `- ${name}: ${code}: ${message}`).join('\n')}`);
  }
}

/** Compares the record with the migrations of this release: `names` in their order, and the `checksums` of their sources. */
export function driftOf(found: readonly Recorded[], names: readonly string[], checksums: Readonly<Record<string, string>>): Drift {
  // Rows of sequelize-cli count only after adoption.
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
  // After a rollback, the record contains migrations of a newer release. `up` then runs nothing, so the order does not matter.
  const outOfOrder = ahead.length > 0 ? [] : pending.filter((name) => name < lastApplied);
  return {
    pending,
    ahead,
    problems: [
      ...files.slice(0, 1).map(({ name }) => ({
        name: 'SequelizeMeta',
        code: 'not-adopted' as const,
        message: `sequelize-cli recorded ${files.length} migrations here by their file names, such as ${name}. To adopt its record, run npm run migrate -- up --adopt, or send {"command": "up", "adopt": true}. The command compares the schema first.`,
      })),
      ...edited.map(({ name }) => ({
        name,
        code: 'edited' as const,
        message: 'its source has changed since it ran here. Restore the source, and put the change into a new migration.',
      })),
      ...missing.map(({ name }) => ({
        name,
        code: 'missing' as const,
        message: 'it was applied here but is not in this release. Restore its file: never remove a migration that has run.',
      })),
      ...outOfOrder.map((name) => ({
        name,
        code: 'out-of-order' as const,
        message: `it sorts before ${lastApplied}, which has already been applied. Give it a later timestamp, or set "allowOutOfOrder": true if the order does not matter.`,
      })),
    ],
  };
}
