/** A migration's file and its place in the list. */
export interface NewMigration {
  /** Without extension: the key under which its run is recorded. */
  readonly name: string;
  readonly source: string;
  /** The whole of migrations/index.ts with the new line in it. */
  readonly index: string;
}

const words = /^[a-z]+(-[a-z]+)*$/;
const importLine = /^import \{ \w+ \} from '\.\/\d.*$/gm;
const listEntry = /^ {2}\{ name: '(\d{14})-[^']*', step: \w+ \},$/gm;

/** The new migration of these words, at this time or, when the last one is of the future, a second after it. @throws Error for words that make no name */
export function newMigration(given: string, index: string, now: Date): NewMigration {
  if (!words.test(given))
    throw new Error(`A migration is named by what it does, in small letters with hyphens: add-note-to-orders. Got: ${given}`);
  const lastImport = [...index.matchAll(importLine)].at(-1);
  const lastEntry = [...index.matchAll(listEntry)].at(-1);
  if (!lastImport || !lastEntry) throw new Error('migrations/index.ts has another form than expected: write the two lines by hand.');
  const step = given.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  if (new RegExp(String.raw`\b${step}\b`).test(index)) throw new Error(`There is a migration of that name already: ${given}`);
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
