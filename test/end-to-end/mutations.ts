import { isRecord } from '../../scripts/template/template.ts';

type Part = Record<string, unknown>;

/** Sets the value at a path of keys and creates missing objects on the path. Deletes the key if the value is undefined. */
function set(template: Part, place: string, value: unknown): void {
  const keys = place.split('/');
  const last = keys.pop() ?? '';
  let part: unknown = template['Resources'];
  for (const key of keys) {
    if (!isRecord(part) && !Array.isArray(part)) throw new Error(`There is no object for ${key} on the path ${place}`);
    const known: unknown = Reflect.get(part, key);
    const next = known ?? {};
    Reflect.set(part, key, next);
    part = next;
  }
  if (!isRecord(part) && !Array.isArray(part)) throw new Error(`There is no object for the path ${place}`);
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

/** Returns a change that sets one property of the faulty resource, or deletes the property if no value is given. */
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
  changed('a proxy open to the functions without a database', 'open-ingress', 'ProxyFromApi', 'SourceSecurityGroupId', {
    Ref: 'NoDatabaseSecurityGroup',
  }),
  changed('a security group open to every address', 'open-ingress', 'ApiSecurityGroup', 'SecurityGroupIngress', [
    { IpProtocol: '-1', CidrIpv6: '::/0' },
  ]),
  changed('a security group that may call the internet', 'open-egress', 'MigrateSecurityGroup', 'SecurityGroupEgress/0', {
    IpProtocol: '-1',
    CidrIp: '0.0.0.0/0',
  }),
  changed('a security group without egress rules', 'open-egress', 'NoDatabaseSecurityGroup', 'SecurityGroupEgress'),
  ['an internet gateway', 'public-network', 'Gateway', make('Gateway', { Type: 'AWS::EC2::InternetGateway' })],
  changed('public addresses in a subnet', 'public-network', 'SubnetA', 'MapPublicIpOnLaunch', true),
  changed('a function outside the VPC', 'outside-vpc', placeOrder, 'VpcConfig'),
  changed('a function in other subnets', 'outside-vpc', placeOrder, 'VpcConfig/SubnetIds', ['subnet-other']),
  changed('a function in migrate’s security group', 'wrong-group', placeOrder, 'VpcConfig/SecurityGroupIds/0/Ref', 'MigrateSecurityGroup'),
  changed('a function in an additional security group', 'wrong-group', placeOrder, 'VpcConfig/SecurityGroupIds/1', {
    Ref: 'RotationSecurityGroup',
  }),
  changed(
    'a function without a database in the API’s security group',
    'wrong-group',
    'DefaultRouteLambdaFunction',
    'VpcConfig/SecurityGroupIds/0/Ref',
    'ApiSecurityGroup',
  ),
  changed('a database in the proxy’s security group', 'wrong-group', 'DatabaseCluster', 'VpcSecurityGroupIds/0/Ref', 'ProxySecurityGroup'),
  changed('a role with every action', 'wildcard', 'PlaceOrderRole', `${statement}/9`, { Effect: 'Allow', Action: '*', Resource: secretOf }),
  changed('a role with every action of a service', 'wildcard', 'PlaceOrderRole', `${statement}/4/Action/0`, 'secretsmanager:*'),
  changed('a role that may use every secret', 'wildcard', 'PlaceOrderRole', `${statement}/4/Resource`, '*'),
  changed('a role that may use every secret of the account', 'wildcard', 'PlaceOrderRole', `${statement}/4/Resource`, [
    { 'Fn::Sub': 'arn:aws:secretsmanager:eu-central-1:1:secret:*' },
  ]),
  changed('a role that may use all resources except one', 'wildcard', 'PlaceOrderRole', `${statement}/9`, {
    Effect: 'Allow',
    Action: 'sqs:SendMessage',
    NotResource: 'arn:aws:sqs:eu:1:one',
  }),
  changed('an S3 endpoint that allows every bucket', 'wildcard', 'S3Endpoint', 'PolicyDocument/Statement/0/Resource', '*'),
  changed(
    'a role that allows an action which its function does not need',
    'extra-action',
    'PlaceOrderRole',
    `${statement}/4/Action/1`,
    'secretsmanager:PutSecretValue',
  ),
  changed('a role with a managed policy', 'managed-policy', 'PlaceOrderRole', 'ManagedPolicyArns', [
    'arn:aws:iam::aws:policy/AdministratorAccess',
  ]),
  changed('a function with another function’s role', 'shared-role', placeOrder, 'Role', { 'Fn::GetAtt': ['MigrateRole', 'Arn'] }),
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
    'a function with a public URL',
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
  changed('a database without its parameter group', 'no-tls', 'DatabaseCluster', 'DBClusterParameterGroupName'),
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
  changed('a database without deletion protection', 'deletable', 'DatabaseCluster', 'DeletionProtection', false),
  ['a database that is deleted without a snapshot', 'unprotected', 'DatabaseCluster', make('DatabaseCluster/DeletionPolicy', 'Delete')],
  changed('backups that are kept for one day', 'unprotected', 'DatabaseCluster', 'BackupRetentionPeriod', 1),
  changed('a password in the environment', 'secret', placeOrder, 'Environment/Variables/DATABASE_PASSWORD', 'hunter2'),
  changed(
    'a URL with a password in the environment',
    'secret',
    placeOrder,
    'Environment/Variables/UPSTREAM',
    'postgres://api:hunter2@db/orders',
  ),
  changed(
    'a secret’s value that CloudFormation writes into the environment',
    'secret',
    placeOrder,
    'Environment/Variables/EXTRA',
    '{{resolve:secretsmanager:orders:SecretString:password}}',
  ),
  changed('an AWS access key in the environment', 'secret', placeOrder, 'Environment/Variables/NOTE', `AKIA${'A'.repeat(16)}`),
  changed('the owner’s password in the template', 'secret', 'DatabaseCluster', 'MasterUserPassword', 'hunter2'),
  changed('an owner’s password that RDS does not manage', 'secret', 'DatabaseCluster', 'ManageMasterUserPassword'),
  changed('a secret’s value in the template', 'secret', 'ApiSecret', 'SecretString', '{"password":"hunter2"}'),
  changed('a proxy that logs statements', 'secret', 'DatabaseProxy', 'DebugLogging', true),
  ['a secret that is never rotated', 'no-rotation', 'ApiSecret', drop('ApiSecretRotation')],
  changed('an encryption key that is never rotated', 'no-rotation', 'AlarmKey', 'EnableKeyRotation', false),
  changed('a function without reservedConcurrency', 'uncapped', placeOrder, 'ReservedConcurrentExecutions'),
  changed('a function on another architecture', 'architecture', placeOrder, 'Architectures/0', 'x86_64'),
  changed('a log that is kept for ever', 'kept-for-ever', 'PlaceOrderLogGroup', 'RetentionInDays'),
  [
    'a max_connections that does not match the alarm for connections',
    'connections',
    'DatabaseCluster',
    make('DatabaseParameters/Properties/Parameters/max_connections', '400'),
  ],
  changed('an API without throttling', 'unthrottled', 'HttpApiStage', 'DefaultRouteSettings/ThrottlingRateLimit'),
  changed('an API without an access log', 'no-access-log', 'HttpApiStage', 'AccessLogSettings'),
  changed('a route for orders without an authorizer', 'no-authorizer', 'HttpApiRoutePostOrders', 'AuthorizerId'),
  changed('a route for reports without authorization', 'no-authorizer', 'HttpApiRouteGetReportsSales', 'AuthorizationType', 'NONE'),
  [
    'a new route without an authorizer',
    'no-authorizer',
    'NewRoute',
    make('NewRoute', { Type: 'AWS::ApiGatewayV2::Route', Properties: { ApiId: { Ref: 'HttpApi' }, RouteKey: 'GET /invoices' } }),
  ],
  changed('credentials for any origin', 'open-cors', 'HttpApi', 'CorsConfiguration', { AllowOrigins: ['*'], AllowCredentials: true }),
];

/** Changes that violate AWS's resource specification. */
export const unknowns: readonly (readonly [title: string, message: RegExp, mutate: (template: Part) => void])[] = [
  ['an unknown type', /the type AWS::RDS::Cluster does not exist$/, make('DatabaseCluster/Type', 'AWS::RDS::Cluster')],
  ['an unknown property', /the property StorageEncryption does not exist$/, make('DatabaseCluster/Properties/StorageEncryption', true)],
  [
    'an unknown nested property',
    /the property DefaultRouteSettings\.ThrottlingRate does not exist$/,
    make('HttpApiStage/Properties/DefaultRouteSettings/ThrottlingRate', 1),
  ],
  ['a missing property', /EngineFamily is required$/, drop('DatabaseProxy/Properties/EngineFamily')],
  ['text instead of a list', /VpcSecurityGroupIds must be of the type array/, make('DatabaseProxy/Properties/VpcSecurityGroupIds', 'sg-1')],
  [
    'text instead of a number',
    /ReservedConcurrentExecutions must be of the type integer/,
    make(`${fn}/ReservedConcurrentExecutions`, 'many'),
  ],
  [
    'a reference to a missing resource',
    /Fn::GetAtt: the template has no DatabaseProxi$/,
    make(`${fn}/Environment/Variables/DATABASE_HOST`, { 'Fn::GetAtt': ['DatabaseProxi', 'Endpoint'] }),
  ],
  [
    'a reference to a missing attribute',
    /AWS::RDS::DBProxy has no attribute Address$/,
    make(`${fn}/Environment/Variables/DATABASE_HOST`, { 'Fn::GetAtt': ['DatabaseProxy', 'Address'] }),
  ],
  ['a dependency on a missing resource', /DependsOn: the template has no Migration$/, make(`${placeOrder}/DependsOn`, ['Migration'])],
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
    'a metric with another dimension',
    'DatabaseConnectionsAlarm',
    make('DatabaseConnectionsAlarm/Properties/Dimensions/0/Name', 'DBClusterName'),
  ],
  [
    'an unknown metric in an expression',
    'MigrationFailedAlarm',
    make('MigrationFailedAlarm/Properties/Metrics/2/MetricStat/Metric/MetricName', 'Error'),
  ],
  ['a metric that no filter writes', 'StatementsAlarm', make('StatementsAlarm/Properties/MetricName', 'StatementsExceed')],
  ['a graph of an unknown metric of AWS', 'Dashboard', redrawn('IntegrationLatency', 'BackendLatency')],
  ['a graph of an unknown metric of the functions', 'Dashboard', redrawn('"AcquireMs"', '"AcquireSeconds"')],
];
