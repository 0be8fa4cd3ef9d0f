import { Failure } from '../../local/failure.ts';

/**
 * Returns the name of the stage to deploy, and throws a Failure for an invalid name. The name is a part of the functions' names, which have at
 * most 64 characters (31 without the stage), and of the cluster's identifier, which RDS rejects with two hyphens in a row or one at the end:
 * https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html.
 */
export function stageName(text: string | undefined, usage: string): string {
  if (text === undefined || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(text) || text.length > 30 || text === 'local')
    throw new Failure(
      '--stage requires a name of up to 30 lower-case letters, digits and single hyphens that begins with a letter and does not end with a hyphen, ' +
        `such as production (not local). Usage: ${usage}`,
    );
  return text;
}
