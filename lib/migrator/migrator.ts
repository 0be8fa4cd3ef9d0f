import { QueryTypes, type Sequelize } from 'sequelize';
import { Umzug } from 'umzug';
import type { MigrationContext, Named } from '../../migrations/migration.ts';

/** A step that was carried out. */
export interface Run {
  readonly name: string;
  readonly durationMs: number;
}

/** A way there and, for migrations, back. */
interface Step {
  up(context: MigrationContext): Promise<void>;
  down?(context: MigrationContext): Promise<void>;
}

/** umzug over a bundled list, and what it did. */
export interface Migrator {
  readonly umzug: Umzug<Sequelize>;
  readonly applied: readonly Run[];
  readonly reverted: readonly Run[];
  /** Every step of the bundle, in order. */
  readonly names: readonly string[];
  /** Every step on record, in order, also such that the bundle does not have. */
  recorded(): Promise<string[]>;
}

/** A step failed. The message names it, the cause with its SQLSTATE, and what is in place now. */
export class MigrationError extends Error {
  constructor(name: string, direction: 'up' | 'down', cause: unknown) {
    const code =
      cause instanceof Error && 'parent' in cause && cause.parent instanceof Error && 'code' in cause.parent
        ? cause.parent.code
        : undefined;
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`${name} (${direction}) failed and left nothing behind: ${reason}${code ? ` (SQLSTATE ${String(code)})` : ''}`, { cause });
    this.name = 'MigrationError';
  }
}

/**
 * umzug over `steps`, recorded in the table `store`. Each step runs in a transaction of its own together with its record, so that
 * a crash between the two leaves neither; umzug by itself runs and records apart.
 */
export function migrator(sequelize: Sequelize, store: 'SequelizeMeta' | 'SequelizeData', steps: readonly Named<Step>[]): Migrator {
  const applied: Run[] = [];
  const reverted: Run[] = [];
  const queryInterface = sequelize.getQueryInterface();
  const run = async (name: string, direction: 'up' | 'down', record: string, step: (context: MigrationContext) => Promise<void>) => {
    const start = performance.now();
    try {
      await sequelize.transaction(async (transaction) => {
        await step({ sequelize, queryInterface, transaction });
        await sequelize.query(record, { bind: [name], transaction });
      });
    } catch (error) {
      throw new MigrationError(name, direction, error);
    }
    (direction === 'up' ? applied : reverted).push({ name, durationMs: Math.round(performance.now() - start) });
  };
  const recorded = async () => {
    await sequelize.query(`create table if not exists "${store}" (name varchar(255) not null constraint "${store}_pkey" primary key)`);
    const rows = await sequelize.query<{ name: string }>(`select name from "${store}" order by name collate "C"`, {
      type: QueryTypes.SELECT,
    });
    return rows.map((row) => row.name);
  };
  const umzug = new Umzug({
    migrations: steps.map(({ name, step }) => ({
      name,
      up: () => run(name, 'up', `insert into "${store}" (name) values ($1)`, (context) => step.up(context)),
      down: () =>
        run(name, 'down', `delete from "${store}" where name = $1`, async (context) => {
          if (!step.down) throw new Error('there is no way back');
          await step.down(context);
        }),
    })),
    context: sequelize,
    storage: {
      // Recorded above, in the step's own transaction.
      logMigration: async () => {},
      unlogMigration: async () => {},
      executed: recorded,
    },
    logger: undefined,
  });
  return { umzug, applied, reverted, names: steps.map(({ name }) => name), recorded };
}
