import type { Sequelize } from 'sequelize';
import { config } from '../../config.ts';
import { log } from '../../log.ts';
import { roleMigration } from '../apiRole/apiRights.ts';
import { mendApiRole } from '../apiRole/mendApiRole.ts';
import type { Bundle } from '../bundle.ts';
import type { Lock } from '../session/lock.ts';
import { type StepRunner, stepRunner } from '../steps/stepRunner.ts';
import { adoptChecksums, prepareStore, readStore } from '../steps/store.ts';
import { adopt } from './adopt.ts';
import type { CommandOf, MigrateCommand } from './command.ts';
import { DriftError, driftOf } from './drift.ts';
import { prepareEnvironment } from './environment.ts';
import { plan } from './plan.ts';
import { type MigrateReport, reportOf } from './report.ts';
import { runtimeReport } from './runtimeReport.ts';
import { refuseProduction, refuseRealCustomers } from './seedGuard.ts';
import { databaseProblems } from './verify.ts';

/** Runs a command on an open session. `lock` is undefined for commands that only read. */
export async function runCommand(
  sequelize: Sequelize,
  command: MigrateCommand,
  bundle: Bundle,
  lock: Lock | undefined,
): Promise<MigrateReport> {
  const schema = stepRunner(sequelize, 'SequelizeMeta', bundle.migrations, { checksums: bundle.checksums, ...(lock && { lock }) });
  const report = async (steps = schema) => ({
    ...(await reportOf(command.command, steps)),
    schema: (await schema.recorded()).at(-1) ?? null,
  });
  switch (command.command) {
    case 'status':
      return { ...(await report()), runtime: runtimeReport() };
    case 'verify': {
      const recorded = await readStore(sequelize, 'SequelizeMeta');
      const drift = driftOf(recorded, schema.names, bundle.checksums);
      return { ...(await report()), problems: [...drift.problems, ...(await databaseProblems(sequelize, recorded, drift))] };
    }
    case 'plan': {
      const next = await eligible(sequelize, command, bundle);
      await prepareEnvironment(sequelize, next, await schema.recorded());
      return {
        ...(await report()),
        statements: await plan(
          sequelize,
          bundle.migrations.filter(({ name }) => next.includes(name)),
        ),
      };
    }
    case 'up': {
      const adopted = command.adopt && (await adopt(sequelize, bundle, lock));
      await up(sequelize, schema, command, bundle);
      return { ...(await report()), ...(adopted && { adopted }) };
    }
    case 'down':
      await down(sequelize, schema, command, bundle);
      return report();
    case 'seed': {
      const data = stepRunner(sequelize, 'SequelizeData', bundle.seeds, lock && { lock });
      if (!command.allowProductionSeed) refuseProduction(config().stage);
      await requireWholeSchema(schema);
      // Only a pending seed writes rows, so real customers matter only if a seed is pending.
      const pending = (await data.umzug.pending()).length > 0;
      if (pending && !command.allowProductionSeed) await refuseRealCustomers(sequelize, bundle.seeds);
      await data.umzug.up();
      return report(data);
    }
  }
}

/** Returns the migrations that `up` may run, in order. @throws DriftError if the schema does not match this release */
async function eligible(
  sequelize: Sequelize,
  { to, allowOutOfOrder }: CommandOf<'up' | 'plan'>,
  { migrations, checksums }: Bundle,
): Promise<string[]> {
  const names = migrations.map(({ name }) => name);
  if (to !== undefined && !names.includes(to)) throw new TypeError(`"to": this release has no migration ${to}.`);
  const { problems, pending, ahead } = driftOf(await readStore(sequelize, 'SequelizeMeta'), names, checksums);
  const until = to === undefined ? names.length : names.indexOf(to) + 1;
  const wanted = new Set(names.slice(0, until));
  const refused = problems.filter(({ code, name }) => code !== 'out-of-order' || (!allowOutOfOrder && wanted.has(name)));
  if (refused.length > 0) throw new DriftError(refused);
  if (ahead.length > 0 && !allowOutOfOrder) {
    log.warn('schema ahead of release, running nothing', { ahead, pending });
    return [];
  }
  return pending.filter((name) => wanted.has(name));
}

async function up(sequelize: Sequelize, schema: StepRunner, command: CommandOf<'up'>, bundle: Bundle): Promise<void> {
  const next = await eligible(sequelize, command, bundle);
  const recorded = await schema.recorded();
  await prepareEnvironment(sequelize, next, recorded);
  // The role is also repaired before the migrations: they grant privileges to it, and a restored database may lack the role.
  if (recorded.includes(roleMigration)) await mendApiRole(sequelize);
  await prepareStore(sequelize, 'SequelizeMeta');
  await adoptChecksums(sequelize, 'SequelizeMeta', bundle.checksums);
  if (next.length === 0) return;
  await schema.umzug.up({ migrations: next });
  if ((await schema.recorded()).includes(roleMigration)) await mendApiRole(sequelize);
}

async function down(
  sequelize: Sequelize,
  schema: StepRunner,
  { to, step = 1, allowDown }: CommandOf<'down'>,
  bundle: Bundle,
): Promise<void> {
  if (!allowDown && config().stage !== 'local') {
    throw new Error('down loses data and is rejected on this stage. To run it anyway, set "allowDown": true.');
  }
  const recorded = await readStore(sequelize, 'SequelizeMeta');
  // An edited migration is allowed, because a developer may edit it before running down.
  const { problems, ahead } = driftOf(recorded, schema.names, bundle.checksums);
  const missing = problems.filter(({ code }) => code === 'missing' || code === 'not-adopted');
  if (missing.length > 0) throw new DriftError(missing);
  if (ahead.length > 0) {
    throw new Error(
      `A newer release applied ${ahead.join(', ')}, and only that release can revert it. Run down from that release first. Nothing was reverted.`,
    );
  }
  if (to !== undefined && !recorded.some(({ name }) => name === to)) {
    throw new TypeError(`"to": ${to} is not applied here, so down cannot stop at it. Run the command status for the applied migrations.`);
  }
  await schema.umzug.down(to === undefined ? { step } : { to });
}

async function requireWholeSchema(schema: StepRunner): Promise<void> {
  const recorded = new Set(await schema.recorded());
  const pending = schema.names.filter((name) => !recorded.has(name));
  if (pending.length > 0) {
    throw new Error(`Seeds need the whole schema, and these migrations are pending: ${pending.join(', ')}. Run the command up first.`);
  }
}
