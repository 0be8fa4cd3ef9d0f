/** A new migration's file, and the list of migrations that contains it. */
export interface NewMigration {
  /** The file name without extension. A run of the migration is recorded under this name. */
  readonly name: string;
  readonly source: string;
  /** The new content of migrations/index.ts. */
  readonly index: string;
}

const words = /^[a-z]+(-[a-z]+)*$/;
const importLine = /^import \{ \w+ \} from '\.\/\d.*$/gm;
const listEntry = /^ {2}\{ name: '(\d{14})-[^']*', step: \w+ \},$/gm;

/**
 * Returns a new migration with this name. Its timestamp is `now`, or one second after the newest migration if that migration is in the future.
 * @throws Error for an invalid name
 */
export function newMigration(given: string, index: string, now: Date): NewMigration {
  if (!words.test(given))
    throw new Error(`Name a migration by what it does, in lower-case letters with hyphens, such as add-note-to-orders. Got: ${given}`);
  const lastImport = [...index.matchAll(importLine)].at(-1);
  const lastEntry = [...index.matchAll(listEntry)].at(-1);
  if (!lastImport || !lastEntry) throw new Error('migrations/index.ts does not have the expected format. Add the two lines by hand.');
  const step = given.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  if (new RegExp(String.raw`\b${step}\b`).test(index)) throw new Error(`A migration with this name already exists: ${given}`);
  const name = `${stampAfter(lastEntry[1] ?? '', now)}-${given}`;
  return {
    name,
    source: sourceOf(step),
    index: index
      .replace(lastImport[0], `${lastImport[0]}\nimport { ${step} } from './${name}.ts';`)
      .replace(lastEntry[0], `${lastEntry[0]}\n  { name: '${name}', step: ${step} },`),
  };
}

function stampAfter(last: string, now: Date): string {
  const stamp = (time: Date) => time.toISOString().replace(/\D/g, '').slice(0, 14);
  if (stamp(now) > last) return stamp(now);
  const [, date, hours, minutes, seconds] = /^(\d{8})(\d\d)(\d\d)(\d\d)$/.exec(last) ?? [];
  const day = date?.replace(/(\d{4})(\d\d)(\d\d)/, '$1-$2-$3');
  return stamp(new Date(Date.parse(`${day}T${hours}:${minutes}:${seconds}Z`) + 1_000));
}

function sourceOf(step: string): string {
  return `import type { Migration } from './migration.ts';

export const ${step}: Migration = {
  async up({ sequelize, transaction }) {
    await sequelize.query(\`\`, { transaction });
  },
  async down({ sequelize, transaction }) {
    await sequelize.query(\`\`, { transaction });
  },
};
`;
}
