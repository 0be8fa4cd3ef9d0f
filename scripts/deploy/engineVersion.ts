import type { RDSClient } from '@aws-sdk/client-rds';
import { Failure, messageOf } from '../../local/failure.ts';
import { awsClientOptions } from '../awsClientOptions.ts';

const engine = 'aurora-postgresql';

interface Asked {
  readonly region: string;
  /** The identifier of the cluster, which may not exist yet. */
  readonly cluster: string;
  /** The version in the template. */
  readonly version: string;
}

/**
 * Checks that RDS offers the version of Aurora PostgreSQL in the region. A cluster that already runs this version or a newer one passes: RDS upgrades
 * minor versions by itself and retires old ones, which must not stop a deploy. Returns a line to show. Throws a Failure with the versions offered.
 */
export async function checkEngineVersion({ region, cluster, version }: Asked, options = awsClientOptions()): Promise<string> {
  const sdk = await import('@aws-sdk/client-rds');
  const client = new sdk.RDSClient({ region, ...options });
  try {
    const running = await runningVersion(client, new sdk.DescribeDBClustersCommand({ DBClusterIdentifier: cluster }));
    if (running !== undefined && isAtLeast(running, version)) return `${cluster} runs ${running}`;
    if (running !== undefined && Number(majorOf(running)) > Number(majorOf(version)))
      throw new Failure(`${cluster} runs ${running}, and RDS cannot go back to ${version}. Pass --param engineVersion=${running}`);
    const offered: string[] = [];
    for await (const { DBEngineVersions = [] } of sdk.paginateDescribeDBEngineVersions({ client }, { Engine: engine }))
      offered.push(...DBEngineVersions.flatMap(({ EngineVersion = [] }) => EngineVersion));
    if (offered.includes(version)) return `${engine} ${version} is offered in ${region}`;
    const similar = offered.filter((one) => one.startsWith(`${majorOf(version)}.`)).join(', ');
    throw new Failure(
      `RDS does not offer ${engine} ${version} in ${region}. ${similar ? `Pass one of ${similar}, such as --param engineVersion=${similar.split(', ').at(-1)}` : `It offers no version ${majorOf(version)} there. Choose another region`}`,
    );
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    throw new Failure(
      `The versions of ${engine} in ${region} could not be looked up, which requires rds:DescribeDBClusters and rds:DescribeDBEngineVersions: ${messageOf(cause)}`,
      { cause },
    );
  } finally {
    client.destroy();
  }
}

const majorOf = (version: string) => version.split('.')[0] ?? version;

async function runningVersion(client: RDSClient, command: import('@aws-sdk/client-rds').DescribeDBClustersCommand) {
  try {
    return (await client.send(command)).DBClusters?.[0]?.EngineVersion;
  } catch (error) {
    if (error instanceof Error && error.name === 'DBClusterNotFoundFault') return undefined;
    throw error;
  }
}

/** Whether `running` is `version` or a later minor version of the same major version. */
function isAtLeast(running: string, version: string): boolean {
  return majorOf(running) === majorOf(version) && Number(running.split('.')[1]) >= Number(version.split('.')[1]);
}
