import { type Options, Sequelize } from 'sequelize';

// Any number, the same in every release; nobody else's, one hopes.
const key = 7_206_316_554_402;
// Roles are of the whole cluster, advisory locks of one database: this one is in the database that every cluster has.
const commonDatabase = 'postgres';

/**
 * Runs `work` while no other run of this project, in whatever database of the cluster, changes the cluster's roles: two at the
 * same moment fail with XX000. Where the common database lets this user not in, `work` runs without: it has to try again on XX000 in any case.
 */
export async function underClusterLock<Result>({ config }: Sequelize, work: () => Promise<Result>): Promise<Result> {
  const { host, port, username, password, dialectModule, dialectOptions } = config;
  const options: Options & { databaseVersion: string; keepDefaultTimezone: boolean } = {
    dialect: 'postgres',
    database: commonDatabase,
    username,
    ...(password !== null && { password }),
    ...(host !== undefined && { host }),
    ...(port !== undefined && { port: Number(port) }),
    ...(dialectModule && { dialectModule }),
    ...(dialectOptions && { dialectOptions }),
    databaseVersion: '8.2.0',
    keepDefaultTimezone: true,
    pool: { max: 1, min: 0 },
    logging: false,
  };
  const common = new Sequelize(options);
  try {
    const isReachable = await common.authenticate().then(
      () => true,
      () => false,
    );
    if (!isReachable) return await work();
    return await common.transaction(async (transaction) => {
      await common.query('select pg_advisory_xact_lock($1::bigint)', { bind: [key], transaction });
      return await work();
    });
  } finally {
    await common.close();
  }
}
