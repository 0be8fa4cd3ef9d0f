import type { Sequelize } from 'sequelize';
import { config } from '../config.ts';
import { codeOf } from '../database/failure.ts';
import { databaseAddress } from '../database/pool/address.ts';
import { openSequelize } from '../database/pool/sequelize.ts';
import { scramVerifier } from '../scramVerifier.ts';
import type { Credentials } from '../secrets.ts';

/** Signs in as a role, to test or change its password. Connects without a proxy, because a proxy knows only the current password. */
export const ownPassword = {
  /** Resolves to whether the server accepts the password. Rejects with any other error. */
  opens: async (credentials: Credentials): Promise<boolean> =>
    ownPassword.test(credentials).then(
      () => true,
      (error: unknown) => {
        if (codeOf(error) === '28P01') return false;
        throw error;
      },
    ),

  /** Rejects with the server's error if the server does not accept the password. */
  test: async (credentials: Credentials): Promise<void> => signedIn(credentials, (sequelize) => sequelize.authenticate({ logging: false })),

  /** Changes the password. Sends a SCRAM verifier instead of the password. @throws TypeError for a password that is not printable ASCII */
  change: async (credentials: Credentials, password: string): Promise<void> =>
    signedIn(credentials, async (sequelize) => {
      await sequelize.query(`alter role current_user password '${scramVerifier(password)}'`);
    }),
};

async function signedIn<Result>({ username, password }: Credentials, work: (sequelize: Sequelize) => Promise<Result>): Promise<Result> {
  const address = await databaseAddress(config().migrationDatabase);
  const sequelize = await openSequelize({ ...address, username, password }, { poolMax: 1, queryTimeoutMs: 5_000 });
  try {
    return await work(sequelize);
  } finally {
    await sequelize.close();
  }
}
