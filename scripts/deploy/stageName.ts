import { Failure } from '../../local/failure.ts';

/**
 * Returns the name of the stage to deploy. The name is a part of the functions' names, which Lambda limits to 64 characters (the longest name
 * without the stage has 31), and of the cluster's identifier, in which RDS accepts no two hyphens in a row and none at the end:
 * https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html. Throws a Failure for any other name.
 */
export function stageName(text: string | undefined, usage: string): string {
  if (text === undefined || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(text) || text.length > 30 || text === 'local')
    throw new Failure(
      '--stage requires a name of up to 30 lower-case letters, digits and single hyphens that begins with a letter and does not end with a hyphen, ' +
        `such as production (not local). Usage: ${usage}`,
    );
  return text;
}
