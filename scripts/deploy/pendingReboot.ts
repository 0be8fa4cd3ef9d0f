import { messageOf } from '../../local/failure.ts';
import { awsClientOptions, withAwsClient } from '../awsClient.ts';

/**
 * Returns a line that names the cluster's instances with a pending reboot, the writer last. They use a changed parameter, such as `max_connections`, only after
 * the reboot. Never fails, because the stage is already deployed.
 * https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBClusterMember.html
 */
export async function pendingRebootLine(cluster: string, region: string, options = awsClientOptions()): Promise<string> {
  const sdk = await import('@aws-sdk/client-rds');
  const fault = `the cluster ${cluster} could not be looked up, which requires rds:DescribeDBClusters`;
  try {
    return await withAwsClient(new sdk.RDSClient({ region, ...options }), fault, async (client) => {
      const { DBClusters = [] } = await client.send(new sdk.DescribeDBClustersCommand({ DBClusterIdentifier: cluster }));
      const members = DBClusters[0]?.DBClusterMembers ?? [];
      const waiting = members
        .filter(({ DBClusterParameterGroupStatus }) => DBClusterParameterGroupStatus === 'pending-reboot')
        .sort((a, b) => Number(a.IsClusterWriter ?? false) - Number(b.IsClusterWriter ?? false))
        .map(({ DBInstanceIdentifier }) => DBInstanceIdentifier);
      if (waiting.length === 0) {
        const others = members.filter(({ DBClusterParameterGroupStatus }) => DBClusterParameterGroupStatus !== 'in-sync');
        if (members.length > 0 && others.length === 0) return 'none needed';
        const states = others.map((member) => `${member.DBInstanceIdentifier} is ${member.DBClusterParameterGroupStatus}`);
        return `not known yet: ${states.join(', ') || 'the cluster has no instance'}`;
      }
      return `WARNING: a changed parameter, such as max_connections, has no effect before a reboot of ${waiting.join(', ')}, in this order. See docs/deploy.md, "Changes that need a reboot"`;
    });
  } catch (error) {
    return `not known: ${messageOf(error)}`;
  }
}
