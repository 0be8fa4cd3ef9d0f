import type { Sequelize } from 'sequelize';
import { migrations } from '../../migrations/index.ts';
import { seeds } from '../../migrations/seeds/index.ts';
import { config } from '../config.ts';
import { databaseAddress } from '../database/address.ts';
import { openSequelize } from '../database/sequelize.ts';
import { log } from '../log.ts';
import { giveApiItsPassword } from './apiPassword.ts';
import { type MigrateCommand, readCommand } from './command.ts';
import { type Migrator, migrator, type Run } from './migrator.ts';

/** What `migrate` answers: names are file names without extension; for `seed` the lists are seeds. */
export interface MigrateReport {
  readonly command: MigrateCommand['command'];
  readonly applied: readonly Run[];
  readonly reverted: readonly Run[];
  readonly pending: readonly string[];
  readonly executed: readonly string[];
  /** Applied, but not in this bundle and after its last: a newer release was here before. */
  readonly ahead: readonly string[];
  /** The last migration in place. */
  readonly schema: string | null;
}

/**
 * Carries out a command with the schema's owner, over a connection of its own that is closed at the end.
 * @throws TypeError for a payload it does not understand; MigrationError when a step failed; ConfigError, SecretError
 */
export async function migrate(event: unknown): Promise<MigrateReport> {
  const command = readCommand(event);
  const sequelize = await openSequelize(await databaseAddress(config().migrationDatabase), {
    poolMax: 1,
    applicationName: 'orders-migrate',
    queryTimeoutMs: 0,
  });
  try {
    const report = await run(sequelize, command);
    if (command.command === 'up') await giveApiItsPassword(sequelize);
    log.info('migrate', { ...report });
    return report;
  } finally {
    await sequelize.close();
  }
}

async function run(sequelize: Sequelize, command: MigrateCommand): Promise<MigrateReport> {
  const schema = migrator(sequelize, 'SequelizeMeta', migrations);
  if (command.command === 'seed') {
    const pending = await schema.umzug.pending();
    if (pending.length > 0)
      throw new Error(
        `Seeds need the whole schema. Run the command up first: ${pending.map(({ name }) => name).join(', ')} not applied yet.`,
      );
    const data = migrator(sequelize, 'SequelizeData', seeds);
    await data.umzug.up();
    return { ...(await reportOf(command, data)), schema: await lastOf(schema) };
  }
  if (command.command === 'up') await schema.umzug.up(command.to === undefined ? {} : { to: command.to });
  if (command.command === 'down') await down(schema, command);
  return { ...(await reportOf(command, schema)), schema: await lastOf(schema) };
}

async function down(schema: Migrator, { to, step, allowDown }: Extract<MigrateCommand, { command: 'down' }>): Promise<void> {
  if (!allowDown && config().stage !== 'local') {
    throw new Error('down loses data and is refused on this stage. Say "allowDown": true if that is what you want.');
  }
  if (to !== undefined && step !== undefined) throw new TypeError('down takes "to" or "step", not both.');
  await schema.umzug.down(to === undefined ? { step: step ?? 1 } : { to });
}

async function reportOf({ command }: MigrateCommand, steps: Migrator) {
  const recorded = await steps.recorded();
  const known = new Set(steps.names);
  const last = steps.names.at(-1);
  return {
    command,
    applied: steps.applied,
    reverted: steps.reverted,
    pending: steps.names.filter((name) => !recorded.includes(name)),
    executed: recorded,
    ahead: recorded.filter((name) => !known.has(name) && (last === undefined || name > last)),
  };
}

async function lastOf(schema: Migrator): Promise<string | null> {
  return (await schema.recorded()).at(-1) ?? null;
}
