import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { alarmsOf, statementsAlarm } from './alarms.ts';
import { dashboardOf } from './dashboard.ts';
import { mostReaders, readersOf } from './readers.ts';
import { roleOf } from './roles.ts';
import { infraFunctions } from './service.ts';

/**
 * Writes the files that serverless.yml includes. dist/infra.json contains a role and alarms for each function. dist/readers.json contains the readers and the
 * dashboard for each possible number of readers. Throws a Failure for a function that `custom.access` does not contain.
 */
export async function writeInfra(root: string): Promise<void> {
  const functions = infraFunctions(await readFile(path.join(root, 'serverless.yml'), 'utf8'));
  const Resources = {
    ...Object.fromEntries(functions.map((each) => [`${each.id}Role`, roleOf(each)])),
    ...Object.assign({}, ...functions.map(alarmsOf)),
    StatementsAlarm: statementsAlarm,
  };
  await mkdir(path.join(root, 'dist'), { recursive: true });
  await writeFile(path.join(root, 'dist/infra.json'), JSON.stringify({ Resources }, undefined, 1));
  const readers = Array.from({ length: mostReaders + 1 }, (_, count) => {
    const { host, resources } = readersOf(count);
    return [count, { host, resources: { Resources: { ...resources.Resources, Dashboard: dashboardOf(functions, count) } } }];
  });
  await writeFile(path.join(root, 'dist/readers.json'), JSON.stringify(Object.fromEntries(readers), undefined, 1));
}
