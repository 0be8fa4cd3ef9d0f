// The process of `up` that a test kills: `node test/migrator/upProcess.ts <address>`. It prints a line when `up` begins and when `up` ends.
import { readConfig } from '../../lib/config.ts';
import { databaseAddress } from '../../lib/database/pool/address.ts';
import { runInSession } from '../../lib/migrator/migrate.ts';
import { interruptedRelease } from './interruptedRelease.ts';

const address = await databaseAddress(readConfig({ MIGRATION_DATABASE_URL: process.argv[2] }).migrationDatabase);
process.stdout.write('begun\n');
await runInSession({ command: 'up' }, address, interruptedRelease);
process.stdout.write('done\n');
