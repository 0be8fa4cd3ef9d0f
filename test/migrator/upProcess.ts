// A process of its own that runs `up`, to be killed: `node test/migrator/upProcess.ts <address>`. Says when it begins.
import { readConfig } from '../../lib/config.ts';
import { databaseAddress } from '../../lib/database/pool/address.ts';
import { carryOut } from '../../lib/migrator/migrate.ts';
import { interruptedRelease } from './interruptedRelease.ts';

const address = await databaseAddress(readConfig({ MIGRATION_DATABASE_URL: process.argv[2] }).migrationDatabase);
process.stdout.write('begun\n');
await carryOut({ command: 'up' }, address, interruptedRelease);
process.stdout.write('done\n');
