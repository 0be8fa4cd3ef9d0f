import { config } from '../config.ts';
import { databaseAddress } from '../database/pool/address.ts';
import { credentialKeeper } from '../database/pool/credentials.ts';
import { log } from '../log.ts';
import { apiPasswordProblems, giveApiItsPassword } from './apiRole/apiPassword.ts';
import { roleMigration } from './apiRole/apiRights.ts';
import { fitApiSessions } from './apiRole/apiSessions.ts';
import { type Bundle, bundle } from './bundle.ts';
import { type MigrateCommand, readCommand } from './commands/command.ts';
import type { MigrateReport } from './commands/report.ts';
import { runCommand } from './commands/runCommand.ts';
import type { OwnerAddress } from './session/connect.ts';
import { takeLock } from './session/lock.ts';
import { openSession, runName } from './session/session.ts';
import { explained } from './steps/migrationError.ts';

// Read-only commands. They also work while another run holds the lock.
const readers: readonly MigrateCommand['command'][] = ['status', 'verify'];

/**
 * Runs a command as the schema's owner. Opens one connection for the work and, unless the command only reads, another one for the lock.
 * @throws TypeError for an invalid payload; DriftError, LockHeldError, OutOfTimeError, MigrationError; ConnectError, ConfigError, SecretError
 */
export async function migrate(event: unknown): Promise<MigrateReport> {
  const command = readCommand(event);
  const source = config().migrationDatabase;
  const address = await databaseAddress(source);
  // The owner's password may rotate during a run, so each connection uses the current password.
  const owner = source.kind === 'secret' ? { ...address, keeper: credentialKeeper(source, address) } : address;
  const report = await runInSession(command, owner, bundle);
  if (command.command === 'up') {
    await giveApiItsPassword(owner);
    await fitApiSessions(owner);
  }
  if (command.command === 'verify' && report.executed.includes(roleMigration)) {
    return { ...report, problems: [...(report.problems ?? []), ...(await apiPasswordProblems(owner))] };
  }
  return report;
}

/**
 * Runs a command in a session of its own, and holds the lock meanwhile, unless the command only reads.
 * @throws the errors of `migrate`
 */
export async function runInSession(command: MigrateCommand, owner: OwnerAddress, steps: Bundle): Promise<MigrateReport> {
  const name = runName(command.command);
  const lock = readers.includes(command.command) ? undefined : await takeLock(owner, name);
  try {
    const sequelize = await openSession(owner, name, lock ? 'work' : 'read');
    try {
      const report = await runCommand(sequelize, command, steps, lock);
      log.info('command finished', { ...report });
      return report;
    } catch (error) {
      throw await explained(error, sequelize);
    } finally {
      await sequelize.close();
    }
  } finally {
    await lock?.release();
  }
}
