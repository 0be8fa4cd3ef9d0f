import { Failure } from '../../local/failure.ts';

/**
 * Returns the name of the stage to deploy. Throws a Failure for an invalid name. Functions' names contain the stage. Lambda allows 64 characters, and the
 * longest name has 31 without the stage. The cluster's identifier also contains the stage. RDS allows no two hyphens in a row and no hyphen at the end
 * (https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html).
 */
export function stageName(text: string | undefined, usage: string): string {
  if (text === undefined || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(text) || text.length > 30 || text === 'local')
    throw new Failure(
      '--stage requires a name of up to 30 lower-case letters, digits and single hyphens, such as production (not local). ' +
        `The name begins with a letter and does not end with a hyphen. Usage: ${usage}`,
    );
  return text;
}
