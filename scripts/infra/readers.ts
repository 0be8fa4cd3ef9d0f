import { alarm } from './alarms.ts';
import type { Resource } from './service.ts';

/** The maximum number of readers in a cluster: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Replication.html */
export const mostReaders = 15;

/** The parts of the template that depend on the number of readers. */
interface Readers {
  /** The DATABASE_HOST of the functions that only read. */
  readonly host: unknown;
  readonly resources: { readonly Resources: Readonly<Record<string, Resource>> };
}

/**
 * Returns the resources of `count` readers and the host of their endpoint. writeInfra writes the resources for each possible count, because neither
 * CloudFormation nor serverless.yml can repeat a resource. With a count of 0 there are no resources, and the host is the proxy's default endpoint.
 */
export function readersOf(count: number): Readers {
  if (count === 0) return { host: { 'Fn::GetAtt': ['DatabaseProxy', 'Endpoint'] }, resources: { Resources: {} } };
  const ids = Array.from({ length: count }, (_, at) => `DatabaseReader${at + 1}`);
  return {
    host: { 'Fn::GetAtt': ['ReadOnlyEndpoint', 'Endpoint'] },
    resources: {
      Resources: { ...Object.fromEntries(ids.map((id) => [id, reader])), ReadOnlyEndpoint: endpoint(ids), ReplicaLagAlarm: lagAlarm },
    },
  };
}

const reader: Resource = {
  Type: 'AWS::RDS::DBInstance',
  // Created after the writer, because the first instance of a cluster becomes its writer.
  DependsOn: 'DatabaseWriter',
  Properties: {
    Engine: 'aurora-postgresql',
    DBClusterIdentifier: { Ref: 'DatabaseCluster' },
    DBInstanceClass: 'db.serverless',
    PubliclyAccessible: false,
    AutoMinorVersionUpgrade: true,
    // In tiers 0 and 1, a reader is at least as large as the writer. From tier 2 on, it scales with its own load. RDS promotes the standby first,
    // which is in tier 1.
    PromotionTier: 2,
  },
};

function endpoint(readers: readonly string[]): Resource {
  return {
    Type: 'AWS::RDS::DBProxyEndpoint',
    // Created after the readers: while the proxy has no reader, requests to the endpoint fail.
    DependsOn: ['DatabaseProxyTarget', ...readers],
    Properties: {
      DBProxyName: { Ref: 'DatabaseProxy' },
      DBProxyEndpointName: `\${self:service}-\${sls:stage}-readers`,
      TargetRole: 'READ_ONLY',
      VpcSubnetIds: `\${file(infra/network/\${param:network}.yml):subnetIds}`,
      VpcSecurityGroupIds: [{ Ref: 'ProxySecurityGroup' }],
    },
  };
}

const lagAlarm = alarm('A reader lags by more than 1 s behind the writer, so listings are old. Runbook, "A reader fails or lags"', {
  Namespace: 'AWS/RDS',
  MetricName: 'AuroraReplicaLagMaximum',
  Dimensions: [{ Name: 'DBClusterIdentifier', Value: { Ref: 'DatabaseCluster' } }],
  Statistic: 'Maximum',
  EvaluationPeriods: 5,
  // In milliseconds.
  Threshold: 1_000,
  OKActions: [{ Ref: 'AlarmTopic' }],
});
