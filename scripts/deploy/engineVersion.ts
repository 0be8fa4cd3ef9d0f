import { Failure } from '../../local/failure.ts';
import { awsClientOptions, unlessError, withAwsClient } from '../awsClient.ts';

const engine = 'aurora-postgresql';

interface Asked {
  readonly region: string;
  /** The identifier of the cluster, which may not exist yet. */
  readonly cluster: string;
  /** The version in the template. */
  readonly version: string;
  /** Whether the version was passed with `--param`. */
  readonly isPassed?: boolean;
}

interface CheckedVersion {
  /** The version to deploy. */
  readonly version: string;
  /** A line of output. */
  readonly line: string;
}

/**
 * Checks the version of Aurora PostgreSQL. RDS upgrades a cluster to later minor versions by itself, stops offering old versions, and cannot go back to an
 * earlier version. So a deploy keeps the cluster's minor version if it is later than the template's.
 * @throws Failure with the remedy if RDS does not offer the version in the region, if the cluster runs a later major version, or if `--param` asks for an
 * earlier minor version than the cluster's
 */
export async function checkEngineVersion(
  { region, cluster, version, isPassed = false }: Asked,
  options = awsClientOptions(),
): Promise<CheckedVersion> {
  const sdk = await import('@aws-sdk/client-rds');
  const fault = `The versions of ${engine} in ${region} could not be looked up, which requires rds:DescribeDBClusters and rds:DescribeDBEngineVersions`;
  return withAwsClient(new sdk.RDSClient({ region, ...options }), fault, async (client) => {
    const clusters = client.send(new sdk.DescribeDBClustersCommand({ DBClusterIdentifier: cluster }));
    const running = (await unlessError('DBClusterNotFoundFault', clusters))?.DBClusters?.[0]?.EngineVersion;
    if (running === version) return { version, line: `${cluster} runs ${running}` };
    if (running !== undefined && isBehind(version, running)) {
      if (majorOf(running) !== majorOf(version))
        throw new Failure(
          `${cluster} runs ${running}, and RDS cannot go back to ${version}. Set the major version ${majorOf(running)} in infra/database.yml (Family: ${engine}${majorOf(running)}) and in scripts/deploy/parameters.ts (the pattern of engineVersion), then pass --param engineVersion=${running}`,
        );
      if (isPassed)
        throw new Failure(`${cluster} runs ${running}, and RDS cannot go back to ${version}. Pass --param engineVersion=${running}`);
      return { version: running, line: `${cluster} runs ${running}, which this deploy keeps instead of ${version}` };
    }
    const offered: string[] = [];
    for await (const { DBEngineVersions = [] } of sdk.paginateDescribeDBEngineVersions({ client }, { Engine: engine }))
      offered.push(...DBEngineVersions.flatMap(({ EngineVersion = [] }) => EngineVersion));
    if (offered.includes(version)) return { version, line: `${engine} ${version} is offered in ${region}` };
    const similar = offered.filter((one) => one.startsWith(`${majorOf(version)}.`)).join(', ');
    throw new Failure(
      `RDS does not offer ${engine} ${version} in ${region}. ${similar ? `Pass one of ${similar}, such as --param engineVersion=${similar.split(', ').at(-1)}` : `It offers no version ${majorOf(version)} there. Choose another region`}`,
    );
  });
}

const majorOf = (version: string) => version.split('.')[0] ?? version;

/** Whether `version` is lower than `running`. For example, 17.6 is lower than 17.10. */
function isBehind(version: string, running: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [runningMajor = 0, runningMinor = 0] = running.split('.').map(Number);
  return major < runningMajor || (major === runningMajor && minor < runningMinor);
}
