// npm run make:migration -- <what-it-does>: writes the file of a new migration and its line in migrations/index.ts.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../local/directory.ts';
import { Failure, messageOf } from '../local/failure.ts';
import { parseFlags } from './arguments.ts';
import { newMigration } from './newMigration.ts';
import { reportFailure } from './reportFailure.ts';

const usage = 'npm run make:migration -- <what-it-does>';

async function main(): Promise<void> {
  const [given] = parseFlags(usage, {}, 1).positionals;
  if (given === undefined) throw new Failure(`No name given. Usage: ${usage}`);
  const folder = path.join(root, 'migrations');
  const listFile = path.join(folder, 'index.ts');
  const list = await readFile(listFile, 'utf8');
  const { name, source, index } = made(given, list);
  // Never overwrites an existing file.
  await writeFile(path.join(folder, `${name}.ts`), source, { flag: 'wx' });
  await writeFile(listFile, index);
  console.log(`migrations/${name}.ts\nWrite up, and a down that reverts up. docs/migrations.md explains what is safe on a large table.`);
}

function made(given: string, list: string) {
  try {
    return newMigration(given, list, new Date());
  } catch (cause) {
    throw new Failure(messageOf(cause), { cause });
  }
}

await main().catch(reportFailure);
