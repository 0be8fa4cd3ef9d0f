import type { Sequelize } from 'sequelize';
import { config } from '../config.ts';
import { databaseAddress } from '../database/address.ts';
import { codeOf } from '../database/failure.ts';
import { openSequelize } from '../database/sequelize.ts';
import { scramVerifier } from '../scramVerifier.ts';
import type { Credentials } from '../secrets.ts';

/** A role's password, by way of the role itself, past any proxy: that knows the current password only. */
export const ownPassword = {
  /** Whether the server takes it. Rejects where it cannot be asked. */
  opens: async (credentials: Credentials): Promise<boolean> =>
    ownPassword.test(credentials).then(
      () => true,
      (error: unknown) => {
        if (codeOf(error) === '28P01') return false;
        throw error;
      },
    ),

  /** Rejects with what the server said. */
  test: async (credentials: Credentials): Promise<void> => as(credentials, (sequelize) => sequelize.authenticate({ logging: false })),

  /** Replaces it by another, as a verifier that is computed here. @throws TypeError for one that is not printable ASCII */
  change: async (credentials: Credentials, password: string): Promise<void> =>
    as(credentials, async (sequelize) => {
      await sequelize.query(`alter role current_user password '${scramVerifier(password)}'`);
    }),
};

async function as<Result>({ username, password }: Credentials, work: (sequelize: Sequelize) => Promise<Result>): Promise<Result> {
  const address = await databaseAddress(config().migrationDatabase);
  const sequelize = await openSequelize({ ...address, username, password }, { poolMax: 1, queryTimeoutMs: 5_000 });
  try {
    return await work(sequelize);
  } finally {
    await sequelize.close();
  }
}
