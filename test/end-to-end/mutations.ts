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

const make = (place: string, value: unknown) => (template: Part) => set(template, place, value);
const drop = (place: string) => make(place, undefined);
const fn = 'PlaceOrderLambdaFunction/Properties';
const statement = 'PlaceOrderRole/Properties/Policies/0/PolicyDocument/Statement';
const secretOf = { Ref: 'ApiSecret' };

/** Changes that make the packaged template unsafe, each with its title, the fault that the check must find, and the faulty resource. */
export const mutations: readonly (readonly [title: string, code: string, resource: string, mutate: (template: Part) => void])[] = [
  ['a database with a public address', 'public-database', 'DatabaseWriter', make('DatabaseWriter/Properties/PubliclyAccessible', true)],
  [
    'a standby that does not say that it is private',
    'public-database',
    'DatabaseStandby',
    drop('DatabaseStandby/Properties/PubliclyAccessible'),
  ],
  ['a database open to an address', 'open-ingress', 'DatabaseFromProxy', make('DatabaseFromProxy/Properties/CidrIp', '0.0.0.0/0')],
  [
    'a database open to the functions',
    'open-ingress',
    'DatabaseFromProxy',
    make('DatabaseFromProxy/Properties/SourceSecurityGroupId/Ref', 'ApiSecurityGroup'),
  ],
  [
    'a proxy open to the functions without database',
    'open-ingress',
    'ProxyFromApi',
    make('ProxyFromApi/Properties/SourceSecurityGroupId', { Ref: 'NoDatabaseSecurityGroup' }),
  ],
  [
    'a group open to an address, in a rule of its own',
    'open-ingress',
    'ApiSecurityGroup',
    make('ApiSecurityGroup/Properties/SecurityGroupIngress', [{ IpProtocol: '-1', CidrIpv6: '::/0' }]),
  ],
  [
    'a group that may call the internet',
    'open-egress',
    'MigrateSecurityGroup',
    make('MigrateSecurityGroup/Properties/SecurityGroupEgress/0', { IpProtocol: '-1', CidrIp: '0.0.0.0/0' }),
  ],
  [
    'a group that says nothing of where it may call',
    'open-egress',
    'NoDatabaseSecurityGroup',
    drop('NoDatabaseSecurityGroup/Properties/SecurityGroupEgress'),
  ],
  ['a way to the internet', 'public-network', 'Gateway', make('Gateway', { Type: 'AWS::EC2::InternetGateway' })],
  ['public addresses in a subnet', 'public-network', 'SubnetA', make('SubnetA/Properties/MapPublicIpOnLaunch', true)],
  ['a function outside of the VPC', 'outside-vpc', 'PlaceOrderLambdaFunction', drop(`${fn}/VpcConfig`)],
  ['a function in other subnets', 'outside-vpc', 'PlaceOrderLambdaFunction', make(`${fn}/VpcConfig/SubnetIds`, ['subnet-other'])],
  [
    'a function in the group of migrate',
    'wrong-group',
    'PlaceOrderLambdaFunction',
    make(`${fn}/VpcConfig/SecurityGroupIds/0/Ref`, 'MigrateSecurityGroup'),
  ],
  [
    'a function in one group more',
    'wrong-group',
    'PlaceOrderLambdaFunction',
    make(`${fn}/VpcConfig/SecurityGroupIds/1`, { Ref: 'RotationSecurityGroup' }),
  ],
  [
    'a function without database in the API’s group',
    'wrong-group',
    'DefaultRouteLambdaFunction',
    make('DefaultRouteLambdaFunction/Properties/VpcConfig/SecurityGroupIds/0/Ref', 'ApiSecurityGroup'),
  ],
  [
    'a database in another group',
    'wrong-group',
    'DatabaseCluster',
    make('DatabaseCluster/Properties/VpcSecurityGroupIds/0/Ref', 'ProxySecurityGroup'),
  ],

  ['every action', 'wildcard', 'PlaceOrderRole', make(`${statement}/9`, { Effect: 'Allow', Action: '*', Resource: secretOf })],
  ['every action of a service', 'wildcard', 'PlaceOrderRole', make(`${statement}/4/Action/0`, 'secretsmanager:*')],
  ['every secret', 'wildcard', 'PlaceOrderRole', make(`${statement}/4/Resource`, '*')],
  [
    'every secret of the account',
    'wildcard',
    'PlaceOrderRole',
    make(`${statement}/4/Resource`, [{ 'Fn::Sub': 'arn:aws:secretsmanager:eu-central-1:1:secret:*' }]),
  ],
  [
    'all resources but one',
    'wildcard',
    'PlaceOrderRole',
    make(`${statement}/9`, { Effect: 'Allow', Action: 'sqs:SendMessage', NotResource: 'arn:aws:sqs:eu:1:one' }),
  ],
  [
    'every bucket through the endpoint of S3',
    'wildcard',
    'S3Endpoint',
    make('S3Endpoint/Properties/PolicyDocument/Statement/0/Resource', '*'),
  ],
  [
    'another action, on a named resource',
    'extra-action',
    'PlaceOrderRole',
    make(`${statement}/4/Action/1`, 'secretsmanager:PutSecretValue'),
  ],
  [
    'a policy of others',
    'managed-policy',
    'PlaceOrderRole',
    make('PlaceOrderRole/Properties/ManagedPolicyArns', ['arn:aws:iam::aws:policy/AdministratorAccess']),
  ],
  ['another function’s role', 'shared-role', 'PlaceOrderLambdaFunction', make(`${fn}/Role`, { 'Fn::GetAtt': ['MigrateRole', 'Arn'] })],
  [
    'a topic that anyone may publish to',
    'public-policy',
    'AlarmTopicPolicy',
    (template) => {
      set(template, 'AlarmTopicPolicy/Properties/PolicyDocument/Statement/0/Principal', '*');
      set(template, 'AlarmTopicPolicy/Properties/PolicyDocument/Statement/0/Condition', undefined);
    },
  ],
  [
    'a function that Secrets Manager may invoke for any account',
    'public-function',
    'RotateApiPasswordPermission',
    drop('RotateApiPasswordPermission/Properties/SourceAccount'),
  ],
  [
    'a function with an address of its own',
    'public-function',
    'Address',
    make('Address', { Type: 'AWS::Lambda::Url', Properties: { AuthType: 'NONE' } }),
  ],

  ['callers of the proxy without TLS', 'no-tls', 'DatabaseProxy', make('DatabaseProxy/Properties/RequireTLS', false)],
  ['callers of the database without TLS', 'no-tls', 'DatabaseCluster', make('DatabaseParameters/Properties/Parameters/rds.force_ssl', '0')],
  ['a database with parameters of nobody’s', 'no-tls', 'DatabaseCluster', drop('DatabaseCluster/Properties/DBClusterParameterGroupName')],
  ['a bucket without TLS', 'no-tls', 'ServerlessDeploymentBucket', drop('ServerlessDeploymentBucketPolicy')],
  [
    'a function that does not verify TLS',
    'no-tls',
    'PlaceOrderLambdaFunction',
    make(`${fn}/Environment/Variables/NODE_TLS_REJECT_UNAUTHORIZED`, '0'),
  ],
  ['a database that is not encrypted', 'unencrypted', 'DatabaseCluster', drop('DatabaseCluster/Properties/StorageEncrypted')],
  [
    'a bucket that is not encrypted',
    'unencrypted',
    'ServerlessDeploymentBucket',
    drop('ServerlessDeploymentBucket/Properties/BucketEncryption'),
  ],
  [
    'a bucket that may be made public',
    'public-bucket',
    'ServerlessDeploymentBucket',
    make('ServerlessDeploymentBucket/Properties/PublicAccessBlockConfiguration/BlockPublicPolicy', false),
  ],
  ['a topic that is not encrypted', 'unencrypted', 'AlarmTopic', drop('AlarmTopic/Properties/KmsMasterKeyId')],
  ['a database that may be deleted', 'deletable', 'DatabaseCluster', make('DatabaseCluster/Properties/DeletionProtection', false)],
  ['a database that leaves no snapshot', 'unprotected', 'DatabaseCluster', make('DatabaseCluster/DeletionPolicy', 'Delete')],
  ['backups for a day', 'unprotected', 'DatabaseCluster', make('DatabaseCluster/Properties/BackupRetentionPeriod', 1)],

  ['a password in the environment', 'secret', 'PlaceOrderLambdaFunction', make(`${fn}/Environment/Variables/DATABASE_PASSWORD`, 'hunter2')],
  [
    'an address with a password in the environment',
    'secret',
    'PlaceOrderLambdaFunction',
    make(`${fn}/Environment/Variables/UPSTREAM`, 'postgres://api:hunter2@db/orders'),
  ],
  [
    'the value of a secret that CloudFormation fetches',
    'secret',
    'PlaceOrderLambdaFunction',
    make(`${fn}/Environment/Variables/EXTRA`, '{{resolve:secretsmanager:orders:SecretString:password}}'),
  ],
  [
    'a key of AWS in the environment',
    'secret',
    'PlaceOrderLambdaFunction',
    make(`${fn}/Environment/Variables/NOTE`, `AKIA${'A'.repeat(16)}`),
  ],
  ['the owner’s password in the template', 'secret', 'DatabaseCluster', make('DatabaseCluster/Properties/MasterUserPassword', 'hunter2')],
  ['the owner’s password kept by hand', 'secret', 'DatabaseCluster', drop('DatabaseCluster/Properties/ManageMasterUserPassword')],
  ['the value of a secret in the template', 'secret', 'ApiSecret', make('ApiSecret/Properties/SecretString', '{"password":"hunter2"}')],
  ['a proxy that logs statements', 'secret', 'DatabaseProxy', make('DatabaseProxy/Properties/DebugLogging', true)],
  ['a secret that is never rotated', 'no-rotation', 'ApiSecret', drop('ApiSecretRotation')],
  ['a key that is never rotated', 'no-rotation', 'AlarmKey', make('AlarmKey/Properties/EnableKeyRotation', false)],

  ['a function without a cap', 'uncapped', 'PlaceOrderLambdaFunction', drop(`${fn}/ReservedConcurrentExecutions`)],
  ['a function on another architecture', 'architecture', 'PlaceOrderLambdaFunction', make(`${fn}/Architectures/0`, 'x86_64')],
  ['a log that is kept for ever', 'kept-for-ever', 'PlaceOrderLogGroup', drop('PlaceOrderLogGroup/Properties/RetentionInDays')],
  [
    'more connections than the alarm knows of',
    'connections',
    'DatabaseCluster',
    make('DatabaseParameters/Properties/Parameters/max_connections', '400'),
  ],
  ['an API without throttling', 'unthrottled', 'HttpApiStage', drop('HttpApiStage/Properties/DefaultRouteSettings/ThrottlingRateLimit')],
  ['an API without an access log', 'no-access-log', 'HttpApiStage', drop('HttpApiStage/Properties/AccessLogSettings')],
  ['orders for anybody', 'no-authorizer', 'HttpApiRoutePostOrders', drop('HttpApiRoutePostOrders/Properties/AuthorizerId')],
  [
    'reports for anybody',
    'no-authorizer',
    'HttpApiRouteGetReportsSales',
    make('HttpApiRouteGetReportsSales/Properties/AuthorizationType', 'NONE'),
  ],
  [
    'credentials for any page',
    'open-cors',
    'HttpApi',
    make('HttpApi/Properties/CorsConfiguration', { AllowOrigins: ['*'], AllowCredentials: true }),
  ],
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
  ['waiting for nothing', /DependsOn: the template has no Migration$/, make('PlaceOrderLambdaFunction/DependsOn', ['Migration'])],
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
