import { isRecord } from '../../scripts/template/template.ts';

type Part = Record<string, unknown>;

/** Sets the value at a path of keys and creates missing objects on the path. Deletes the key if the value is undefined. */
function set(template: Part, place: string, value: unknown): void {
  const keys = place.split('/');
  const last = keys.pop() ?? '';
  let part: unknown = template['Resources'];
  for (const key of keys) {
    if (!isRecord(part) && !Array.isArray(part)) throw new Error(`There is no ${key} on the path ${place}`);
    const known: unknown = Reflect.get(part, key);
    const next = known ?? {};
    Reflect.set(part, key, next);
    part = next;
  }
  if (!isRecord(part) && !Array.isArray(part)) throw new Error(`There is no ${place}`);
  if (value === undefined) Reflect.deleteProperty(part, last);
  else Reflect.set(part, last, value);
}

export const make = (place: string, value: unknown) => (template: Part) => set(template, place, value);
const drop = (place: string) => make(place, undefined);
const placeOrder = 'PlaceOrderLambdaFunction';
const fn = `${placeOrder}/Properties`;
const statement = 'Policies/0/PolicyDocument/Statement';
const secretOf = { Ref: 'ApiSecret' };

export type Mutation = readonly [title: string, code: string, resource: string, mutate: (template: Part) => void];

/** A change of one property of the faulty resource. Without a value, the property is deleted. */
export const changed = (title: string, code: string, resource: string, property: string, value?: unknown): Mutation => [
  title,
  code,
  resource,
  make(`${resource}/Properties/${property}`, value),
];

/** Changes that make the packaged template unsafe, each with its title, the fault that the check must find, and the faulty resource. */
export const mutations: readonly Mutation[] = [
  changed('a database with a public address', 'public-database', 'DatabaseWriter', 'PubliclyAccessible', true),
  changed('a standby that is not marked as private', 'public-database', 'DatabaseStandby', 'PubliclyAccessible'),
  changed('a database open to an address', 'open-ingress', 'DatabaseFromProxy', 'CidrIp', '0.0.0.0/0'),
  changed('a database open to the functions', 'open-ingress', 'DatabaseFromProxy', 'SourceSecurityGroupId/Ref', 'ApiSecurityGroup'),
  changed('a proxy open to the functions without database', 'open-ingress', 'ProxyFromApi', 'SourceSecurityGroupId', {
    Ref: 'NoDatabaseSecurityGroup',
  }),
  changed('a group open to an address, in a rule of its own', 'open-ingress', 'ApiSecurityGroup', 'SecurityGroupIngress', [
    { IpProtocol: '-1', CidrIpv6: '::/0' },
  ]),
  changed('a group that may call the internet', 'open-egress', 'MigrateSecurityGroup', 'SecurityGroupEgress/0', {
    IpProtocol: '-1',
    CidrIp: '0.0.0.0/0',
  }),
  changed('a group without egress rules', 'open-egress', 'NoDatabaseSecurityGroup', 'SecurityGroupEgress'),
  ['a way to the internet', 'public-network', 'Gateway', make('Gateway', { Type: 'AWS::EC2::InternetGateway' })],
  changed('public addresses in a subnet', 'public-network', 'SubnetA', 'MapPublicIpOnLaunch', true),
  changed('a function outside of the VPC', 'outside-vpc', placeOrder, 'VpcConfig'),
  changed('a function in other subnets', 'outside-vpc', placeOrder, 'VpcConfig/SubnetIds', ['subnet-other']),
  changed('a function in the group of migrate', 'wrong-group', placeOrder, 'VpcConfig/SecurityGroupIds/0/Ref', 'MigrateSecurityGroup'),
  changed('a function in one group more', 'wrong-group', placeOrder, 'VpcConfig/SecurityGroupIds/1', {
    Ref: 'RotationSecurityGroup',
  }),
  changed(
    'a function without database in the API’s group',
    'wrong-group',
    'DefaultRouteLambdaFunction',
    'VpcConfig/SecurityGroupIds/0/Ref',
    'ApiSecurityGroup',
  ),
  changed('a database in another group', 'wrong-group', 'DatabaseCluster', 'VpcSecurityGroupIds/0/Ref', 'ProxySecurityGroup'),
  changed('every action', 'wildcard', 'PlaceOrderRole', `${statement}/9`, { Effect: 'Allow', Action: '*', Resource: secretOf }),
  changed('every action of a service', 'wildcard', 'PlaceOrderRole', `${statement}/4/Action/0`, 'secretsmanager:*'),
  changed('every secret', 'wildcard', 'PlaceOrderRole', `${statement}/4/Resource`, '*'),
  changed('every secret of the account', 'wildcard', 'PlaceOrderRole', `${statement}/4/Resource`, [
    { 'Fn::Sub': 'arn:aws:secretsmanager:eu-central-1:1:secret:*' },
  ]),
  changed('all resources but one', 'wildcard', 'PlaceOrderRole', `${statement}/9`, {
    Effect: 'Allow',
    Action: 'sqs:SendMessage',
    NotResource: 'arn:aws:sqs:eu:1:one',
  }),
  changed('every bucket through the endpoint of S3', 'wildcard', 'S3Endpoint', 'PolicyDocument/Statement/0/Resource', '*'),
  changed(
    'another action, on a named resource',
    'extra-action',
    'PlaceOrderRole',
    `${statement}/4/Action/1`,
    'secretsmanager:PutSecretValue',
  ),
  changed('a managed policy', 'managed-policy', 'PlaceOrderRole', 'ManagedPolicyArns', ['arn:aws:iam::aws:policy/AdministratorAccess']),
  changed('another function’s role', 'shared-role', placeOrder, 'Role', { 'Fn::GetAtt': ['MigrateRole', 'Arn'] }),
  [
    'a topic that anyone may publish to',
    'public-policy',
    'AlarmTopicPolicy',
    (template) => {
      set(template, 'AlarmTopicPolicy/Properties/PolicyDocument/Statement/0/Principal', '*');
      set(template, 'AlarmTopicPolicy/Properties/PolicyDocument/Statement/0/Condition', undefined);
    },
  ],
  changed('a function that Secrets Manager may invoke for any account', 'public-function', 'RotateApiPasswordPermission', 'SourceAccount'),
  [
    'a function with an address of its own',
    'public-function',
    'Address',
    make('Address', { Type: 'AWS::Lambda::Url', Properties: { AuthType: 'NONE' } }),
  ],
  changed('a proxy that accepts callers without TLS', 'no-tls', 'DatabaseProxy', 'RequireTLS', false),
  [
    'a database that accepts callers without TLS',
    'no-tls',
    'DatabaseCluster',
    make('DatabaseParameters/Properties/Parameters/rds.force_ssl', '0'),
  ],
  changed('a database without our parameter group', 'no-tls', 'DatabaseCluster', 'DBClusterParameterGroupName'),
  ['a bucket that accepts callers without TLS', 'no-tls', 'ServerlessDeploymentBucket', drop('ServerlessDeploymentBucketPolicy')],
  changed('a function that does not verify TLS', 'no-tls', placeOrder, 'Environment/Variables/NODE_TLS_REJECT_UNAUTHORIZED', '0'),
  changed('a database that is not encrypted', 'unencrypted', 'DatabaseCluster', 'StorageEncrypted'),
  changed('a bucket that is not encrypted', 'unencrypted', 'ServerlessDeploymentBucket', 'BucketEncryption'),
  changed(
    'a bucket that may be made public',
    'public-bucket',
    'ServerlessDeploymentBucket',
    'PublicAccessBlockConfiguration/BlockPublicPolicy',
    false,
  ),
  changed('a topic that is not encrypted', 'unencrypted', 'AlarmTopic', 'KmsMasterKeyId'),
  changed('a database that may be deleted', 'deletable', 'DatabaseCluster', 'DeletionProtection', false),
  ['a database that leaves no snapshot', 'unprotected', 'DatabaseCluster', make('DatabaseCluster/DeletionPolicy', 'Delete')],
  changed('backups for a day', 'unprotected', 'DatabaseCluster', 'BackupRetentionPeriod', 1),
  changed('a password in the environment', 'secret', placeOrder, 'Environment/Variables/DATABASE_PASSWORD', 'hunter2'),
  changed(
    'an address with a password in the environment',
    'secret',
    placeOrder,
    'Environment/Variables/UPSTREAM',
    'postgres://api:hunter2@db/orders',
  ),
  changed(
    'the value of a secret that CloudFormation fetches',
    'secret',
    placeOrder,
    'Environment/Variables/EXTRA',
    '{{resolve:secretsmanager:orders:SecretString:password}}',
  ),
  changed('a key of AWS in the environment', 'secret', placeOrder, 'Environment/Variables/NOTE', `AKIA${'A'.repeat(16)}`),
  changed('the owner’s password in the template', 'secret', 'DatabaseCluster', 'MasterUserPassword', 'hunter2'),
  changed('the owner’s password kept by hand', 'secret', 'DatabaseCluster', 'ManageMasterUserPassword'),
  changed('the value of a secret in the template', 'secret', 'ApiSecret', 'SecretString', '{"password":"hunter2"}'),
  changed('a proxy that logs statements', 'secret', 'DatabaseProxy', 'DebugLogging', true),
  ['a secret that is never rotated', 'no-rotation', 'ApiSecret', drop('ApiSecretRotation')],
  changed('a key that is never rotated', 'no-rotation', 'AlarmKey', 'EnableKeyRotation', false),
  changed('a function without a cap', 'uncapped', placeOrder, 'ReservedConcurrentExecutions'),
  changed('a function on another architecture', 'architecture', placeOrder, 'Architectures/0', 'x86_64'),
  changed('a log that is kept for ever', 'kept-for-ever', 'PlaceOrderLogGroup', 'RetentionInDays'),
  [
    'more connections than the alarm knows of',
    'connections',
    'DatabaseCluster',
    make('DatabaseParameters/Properties/Parameters/max_connections', '400'),
  ],
  changed('an API without throttling', 'unthrottled', 'HttpApiStage', 'DefaultRouteSettings/ThrottlingRateLimit'),
  changed('an API without an access log', 'no-access-log', 'HttpApiStage', 'AccessLogSettings'),
  changed('orders for anybody', 'no-authorizer', 'HttpApiRoutePostOrders', 'AuthorizerId'),
  changed('reports for anybody', 'no-authorizer', 'HttpApiRouteGetReportsSales', 'AuthorizationType', 'NONE'),
  changed('credentials for any page', 'open-cors', 'HttpApi', 'CorsConfiguration', { AllowOrigins: ['*'], AllowCredentials: true }),
];

/** Changes that violate AWS's resource specification. */
export const unknowns: readonly (readonly [title: string, message: RegExp, mutate: (template: Part) => void])[] = [
  ['a type', /the type AWS::RDS::Cluster does not exist$/, make('DatabaseCluster/Type', 'AWS::RDS::Cluster')],
  ['a property', /the property StorageEncryption does not exist$/, make('DatabaseCluster/Properties/StorageEncryption', true)],
  [
    'a property of a property',
    /the property DefaultRouteSettings\.ThrottlingRate does not exist$/,
    make('HttpApiStage/Properties/DefaultRouteSettings/ThrottlingRate', 1),
  ],
  ['a missing property', /EngineFamily is required$/, drop('DatabaseProxy/Properties/EngineFamily')],
  ['a text for a list', /VpcSecurityGroupIds must be of the type array/, make('DatabaseProxy/Properties/VpcSecurityGroupIds', 'sg-1')],
  ['a text for a number', /ReservedConcurrentExecutions must be of the type integer/, make(`${fn}/ReservedConcurrentExecutions`, 'many')],
  [
    'a reference to nothing',
    /Fn::GetAtt: the template has no DatabaseProxi$/,
    make(`${fn}/Environment/Variables/DATABASE_HOST`, { 'Fn::GetAtt': ['DatabaseProxi', 'Endpoint'] }),
  ],
  [
    'an attribute that is not there',
    /AWS::RDS::DBProxy has no attribute Address$/,
    make(`${fn}/Environment/Variables/DATABASE_HOST`, { 'Fn::GetAtt': ['DatabaseProxy', 'Address'] }),
  ],
  ['waiting for nothing', /DependsOn: the template has no Migration$/, make(`${placeOrder}/DependsOn`, ['Migration'])],
];

const graphs = 'Dashboard/Properties/DashboardBody/Fn::Sub';
/** Replaces a text in the graphs of the dashboard. */
const redrawn = (from: string, to: string) => (template: Part) => {
  const body = graphs.split('/').reduce<unknown>((part, key) => (isRecord(part) ? part[key] : undefined), template['Resources']);
  set(template, graphs, String(body).replace(from, to));
};

/** Changes that name a metric which nothing writes, each with its title and the resource that uses the metric. */
export const misnamed: readonly (readonly [title: string, resource: string, mutate: (template: Part) => void])[] = [
  ['a metric of REST APIs', 'ApiErrorsAlarm', make('ApiErrorsAlarm/Properties/MetricName', '5XXError')],
  [
    'a metric by another dimension',
    'DatabaseConnectionsAlarm',
    make('DatabaseConnectionsAlarm/Properties/Dimensions/0/Name', 'DBClusterName'),
  ],
  [
    'a metric in an expression',
    'MigrationFailedAlarm',
    make('MigrationFailedAlarm/Properties/Metrics/2/MetricStat/Metric/MetricName', 'Error'),
  ],
  ['a metric without its filter', 'StatementsAlarm', make('StatementsAlarm/Properties/MetricName', 'StatementsExceed')],
  ['a graph of a metric of AWS', 'Dashboard', redrawn('IntegrationLatency', 'BackendLatency')],
  ['a graph of a metric of the functions', 'Dashboard', redrawn('"AcquireMs"', '"AcquireSeconds"')],
];
