import type { Sequelize, Transaction } from 'sequelize';
import { Umzug } from 'umzug';
import type { ConcurrentMigration, MigrationContext, Named } from '../../../migrations/migration.ts';
import { log } from '../../log.ts';
import type { Lock } from '../session/lock.ts';
import { OutOfTimeError, refuseWithoutTime } from '../time.ts';
import { buildIndex, readIndexCreation } from './concurrentIndex.ts';
import { MigrationError } from './migrationError.ts';
import { prepareStore, readStore, record, type Store, unrecord } from './store.ts';
import { runAlone, runInTransaction } from './transaction.ts';

/** A completed step. */
export interface RanStep {
  readonly name: string;
  readonly durationMs: number;
}

/** A migration or a seed. Seeds have no `down`. A step runs in a transaction, or statement by statement if `transactional` is false. */
export type Step =
  | {
      readonly transactional?: true;
      up(context: MigrationContext): Promise<void>;
      down?(context: MigrationContext): Promise<void>;
    }
  | ConcurrentMigration;

type Direction = 'up' | 'down';

/** umzug for a list of steps, and the steps that this run has applied and reverted. */
export interface StepRunner {
  readonly umzug: Umzug<Sequelize>;
  readonly applied: readonly RanStep[];
  readonly reverted: readonly RanStep[];
  /** Every step of the list, in order. */
  readonly names: readonly string[];
  /** Returns every recorded step, in order, including steps that are not in the list. */
  recorded(): Promise<string[]>;
}

interface Safety {
  /** The migration lock. Without it, the caller must make sure that no other run uses the database. */
  readonly lock?: Lock;
  /** Checksums of the steps' sources, stored with the record of each step. */
  readonly checksums?: Readonly<Record<string, string>>;
}

/**
 * Creates umzug for `steps` and records them in the table `store`. A transactional step and its record share one transaction. umzug alone would
 * record a step after the transaction, and has neither a lock nor a time limit.
 */
export function stepRunner(
  sequelize: Sequelize,
  store: Store,
  steps: readonly Named<Step>[],
  { lock, checksums = {} }: Safety = {},
): StepRunner {
  const applied: RanStep[] = [];
  const reverted: RanStep[] = [];
  const messages = { up: store === 'SequelizeData' ? 'seed applied' : 'migration applied', down: 'migration reverted' };

  const runStep = async (name: string, step: Step, direction: Direction) => {
    refuseWithoutTime(name);
    const start = performance.now();
    const updateRecord = (transaction?: Transaction) =>
      direction === 'up'
        ? record(sequelize, store, { name, checksum: checksums[name] ?? null, durationMs: sinceMs(start) }, lock, transaction)
        : unrecord(sequelize, store, name, lock, transaction);
    try {
      lock?.check();
      if (step.transactional === false) {
        await runStatements(sequelize, step[direction], lock);
        await updateRecord();
      } else {
        const work = async (context: MigrationContext) => {
          if (!step[direction]) throw new Error('the step has no down');
          await step[direction](context);
        };
        await runInTransaction(sequelize, name, work, updateRecord);
      }
    } catch (error) {
      if (error instanceof OutOfTimeError) throw error;
      // A run that loses the lock cancels its own statement. The error then names the lost lock as its cause instead of the cancellation.
      throw new MigrationError(name, direction, lostLock(lock) ?? error, step.transactional !== false);
    }
    const ran = { name, durationMs: sinceMs(start) };
    (direction === 'up' ? applied : reverted).push(ran);
    log.info(messages[direction], ran);
  };

  const umzug = new Umzug({
    migrations: steps.map(({ name, step }) => ({ name, up: () => runStep(name, step, 'up'), down: () => runStep(name, step, 'down') })),
    context: sequelize,
    storage: {
      // `runStep` already writes and deletes the record.
      logMigration: async () => {},
      unlogMigration: async () => {},
      executed: async () => {
        await prepareStore(sequelize, store);
        return (await readStore(sequelize, store)).map(({ name }) => name);
      },
    },
    logger: undefined,
  });
  const recorded = async () => (await readStore(sequelize, store)).map(({ name }) => name);
  return { umzug, applied, reverted, names: steps.map(({ name }) => name), recorded };
}

async function runStatements(sequelize: Sequelize, statements: readonly string[], lock: Lock | undefined): Promise<void> {
  for (const sql of statements) {
    lock?.check();
    const creation = readIndexCreation(sql);
    await (creation ? buildIndex(sequelize, sql, creation) : runAlone(sequelize, sql));
  }
}

function lostLock(lock: Lock | undefined): unknown {
  try {
    lock?.check();
    return undefined;
  } catch (lost) {
    return lost;
  }
}

function sinceMs(start: number): number {
  return Math.round(performance.now() - start);
}
