import { at, isRecord, objectsIn, ofType, type Rule, target, unless } from './template.ts';

/** The database must be encrypted, private, reachable only with TLS, backed up and protected from deletion. Its alarm must be at 80 % of max_connections. */
export const databases: Rule = (template) => [
  ...ofType(template, 'AWS::RDS::DBCluster').flatMap(([id, cluster]) => {
    const parameters = at(template.Resources[target(at(cluster, 'DBClusterParameterGroupName')) ?? '']?.Properties, 'Parameters');
    const most = Number(at(parameters, 'max_connections'));
    const alarm = at(template.Resources['DatabaseConnectionsAlarm']?.Properties, 'Threshold');
    return [
      ...unless(at(cluster, 'StorageEncrypted') === true, 'unencrypted', id, 'set StorageEncrypted: true'),
      ...unless(at(parameters, 'rds.force_ssl') === '1', 'no-tls', id, 'set rds.force_ssl: "1" in its parameter group'),
      ...unless(at(cluster, 'DeletionProtection') === true, 'deletable', id, 'set DeletionProtection: true'),
      ...unless(Number(at(cluster, 'BackupRetentionPeriod')) >= 7, 'unprotected', id, 'set BackupRetentionPeriod to 7 or more'),
      ...unless(at(cluster, 'ManageMasterUserPassword') === true, 'secret', id, 'set ManageMasterUserPassword: true'),
      ...unless(at(template.Resources[id], 'DeletionPolicy') === 'Snapshot', 'unprotected', id, 'set DeletionPolicy: Snapshot'),
      ...unless(at(template.Resources[id], 'UpdateReplacePolicy') === 'Snapshot', 'unprotected', id, 'set UpdateReplacePolicy: Snapshot'),
      ...unless(
        alarm === most * 0.8,
        'connections',
        id,
        `80 % of max_connections is ${most * 0.8}, but alarmConnections in serverless.yml is ${alarm}`,
      ),
    ];
  }),
  ...ofType(template, 'AWS::RDS::DBInstance').flatMap(([id, instance]) =>
    unless(at(instance, 'PubliclyAccessible') === false, 'public-database', id, 'set PubliclyAccessible: false'),
  ),
  ...ofType(template, 'AWS::RDS::DBProxyEndpoint').flatMap(([id, endpoint]) =>
    unless(
      at(endpoint, 'TargetRole') === 'READ_ONLY',
      'writes',
      id,
      'set TargetRole: READ_ONLY, because the default endpoint is for the writer',
    ),
  ),
  ...ofType(template, 'AWS::RDS::DBProxy').flatMap(([id, proxy]) => [
    ...unless(at(proxy, 'RequireTLS') === true, 'no-tls', id, 'set RequireTLS: true'),
    ...unless(
      at(proxy, 'DebugLogging') === false,
      'secret',
      id,
      'must not log statements, which contain personal data: set DebugLogging: false',
    ),
  ]),
];

/** Checks everything else that stores data: buckets, topics, queues, logs, secrets and keys. */
export const stores: Rule = (template) => [
  ...ofType(template, 'AWS::S3::Bucket').flatMap(([id, bucket]) => {
    const block = at(bucket, 'PublicAccessBlockConfiguration');
    const policies = ofType(template, 'AWS::S3::BucketPolicy').filter(([, policy]) => target(at(policy, 'Bucket')) === id);
    const isTlsOnly = [...objectsIn(policies)].some(
      (statement) => statement['Effect'] === 'Deny' && String(at(statement, 'Condition', 'Bool', 'aws:SecureTransport')) === 'false',
    );
    return [
      ...unless(at(bucket, 'BucketEncryption') !== undefined, 'unencrypted', id, 'set BucketEncryption'),
      ...unless(
        isRecord(block) && Object.values(block).filter(Boolean).length === 4,
        'public-bucket',
        id,
        'set deploymentBucket.blockPublicAccess: true',
      ),
      ...unless(isTlsOnly, 'no-tls', id, 'accepts requests without TLS: deny them in its policy (aws:SecureTransport)'),
    ];
  }),
  ...ofType(template, 'AWS::SNS::Topic').flatMap(([id, topic]) =>
    unless(at(topic, 'KmsMasterKeyId') !== undefined, 'unencrypted', id, 'set KmsMasterKeyId'),
  ),
  ...ofType(template, 'AWS::SQS::Queue').flatMap(([id, queue]) =>
    unless(
      at(queue, 'KmsMasterKeyId') !== undefined || at(queue, 'SqsManagedSseEnabled') === true,
      'unencrypted',
      id,
      'set SqsManagedSseEnabled: true',
    ),
  ),
  ...ofType(template, 'AWS::Logs::LogGroup').flatMap(([id, group]) =>
    unless(Number(at(group, 'RetentionInDays')) > 0, 'kept-for-ever', id, 'set RetentionInDays'),
  ),
  ...ofType(template, 'AWS::SecretsManager::Secret').flatMap(([id, secret]) => [
    ...unless(at(secret, 'SecretString') === undefined, 'secret', id, 'has its value in the template: use GenerateSecretString instead'),
    ...unless(
      ofType(template, 'AWS::SecretsManager::RotationSchedule').some(([, schedule]) => target(at(schedule, 'SecretId')) === id),
      'no-rotation',
      id,
      'is never rotated: add an AWS::SecretsManager::RotationSchedule',
    ),
  ]),
  ...ofType(template, 'AWS::KMS::Key').flatMap(([id, key]) =>
    unless(at(key, 'EnableKeyRotation') === true, 'no-rotation', id, 'set EnableKeyRotation: true'),
  ),
];
