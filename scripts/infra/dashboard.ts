import { logNamespace } from './alarms.ts';
import type { InfraFunction, Resource } from './service.ts';

type Metric = readonly unknown[];

/** Creates the dashboard with the metrics that docs/runbook.md checks first: the API, the functions, the database, its readers, its proxy, and the events. */
export function dashboardOf(functions: readonly InfraFunction[], readers: number): Resource {
  const routed = functions.filter(({ isRouted }) => isRouted);
  const lambda = (metric: string) => functions.map(({ id }) => ['AWS/Lambda', metric, 'FunctionName', `\${${id}LambdaFunction}`]);
  const own = (metric: string) =>
    routed.map(({ id, name }) => ['orders', metric, 'service', 'orders', 'function', `\${${id}LambdaFunction}`, { label: name }]);
  const api = (metric: string, more = {}) => ['AWS/ApiGateway', metric, 'ApiId', `\${HttpApi}`, more];
  const database = (metric: string, more = {}) => ['AWS/RDS', metric, 'DBClusterIdentifier', `\${DatabaseCluster}`, more];
  const proxy = (metric: string) => ['AWS/RDS', metric, 'ProxyName', `\${DatabaseProxy}`];
  const widgets = [
    graph('Requests, 4xx, 5xx', 'Sum', [api('Count'), api('4xx'), api('5xx')]),
    graph('Latency of the API, ms', 'p99', [api('Latency', { stat: 'p50' }), api('Latency'), api('IntegrationLatency')]),
    graph('Throttled invocations', 'Sum', lambda('Throttles')),
    graph('Environments in use', 'Maximum', lambda('ConcurrentExecutions')),
    graph('Statements per request', 'p99', own('Statements')),
    graph('Wait for a connection, ms', 'p99', own('AcquireMs')),
    graph('Connections of the database, and the alarm threshold', 'Maximum', [database('DatabaseConnections')], {
      annotations: { horizontal: [{ label: '80 %', value: `ALARM_CONNECTIONS` }] },
    }),
    graph('Connections of the proxy', 'Maximum', [
      proxy('ClientConnections'),
      proxy('DatabaseConnections'),
      proxy('DatabaseConnectionsCurrentlySessionPinned'),
    ]),
    graph('Capacity of the database, ACU', 'Average', [
      database('ServerlessDatabaseCapacity'),
      database('ACUUtilization', { yAxis: 'right' }),
    ]),
    graph('Failed migrations', 'Sum', [
      [logNamespace, 'MigrationsFailed'],
      ['AWS/Lambda', 'Errors', 'FunctionName', `\${MigrateLambdaFunction}`],
    ]),
    graph('Age of the oldest unpublished event, s; number of parked events', 'Maximum', [
      [logNamespace, 'OldestUnpublishedSeconds'],
      [logNamespace, 'ParkedEvents', { yAxis: 'right' }],
    ]),
    graph('Age of the oldest overdue order and of the oldest refund due, s; number of refunds due', 'Maximum', [
      [logNamespace, 'OldestUnpaidSeconds'],
      [logNamespace, 'OldestRefundSeconds'],
      [logNamespace, 'RefundsDue', { yAxis: 'right' }],
    ]),
    graph('Failed invocations', 'Sum', lambda('Errors')),
    ...(readers > 0 ? [graph('Lag of the readers, ms', 'Maximum', [database('AuroraReplicaLagMaximum')])] : []),
  ];
  const body = JSON.stringify({ widgets: widgets.map((widget, at) => ({ ...widget, x: (at % 2) * 12, y: Math.floor(at / 2) * 6 })) });
  return {
    Type: 'AWS::CloudWatch::Dashboard',
    Properties: {
      DashboardName: logNamespace,
      // Replaces the placeholder and its quotes, because the value in serverless.yml is a number.
      DashboardBody: { 'Fn::Sub': body.replace('"ALARM_CONNECTIONS"', `\${self:custom.database.alarmConnections}`) },
    },
  };
}

function graph(title: string, stat: string, metrics: readonly Metric[], more: Readonly<Record<string, unknown>> = {}) {
  return {
    ...{ type: 'metric', width: 12, height: 6 },
    properties: { title, stat, period: 60, view: 'timeSeries', region: `\${AWS::Region}`, metrics, ...more },
  };
}
