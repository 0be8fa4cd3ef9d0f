import { z } from 'zod';
import type { Access, InfraFunction, Resource } from './service.ts';

type Statement = Readonly<Record<string, unknown>>;

const sub = (text: string) => ({ 'Fn::Sub': text });
const apiSecret = { Ref: 'ApiSecret' };
const ownerSecret = { 'Fn::GetAtt': ['DatabaseCluster', 'MasterUserSecret.SecretArn'] };
const read = (...secrets: unknown[]): Statement => ({ Effect: 'Allow', Action: ['secretsmanager:GetSecretValue'], Resource: secrets });

/** The permissions that each word in `custom.access` grants. */
const allowed: Readonly<Record<Access, readonly Statement[]>> = {
  database: [read(apiSecret)],
  migrations: [read(apiSecret, ownerSecret)],
  rotation: [
    {
      Effect: 'Allow',
      Action: [
        'secretsmanager:DescribeSecret',
        'secretsmanager:GetSecretValue',
        'secretsmanager:PutSecretValue',
        'secretsmanager:UpdateSecretVersionStage',
      ],
      Resource: [apiSecret],
    },
  ],
  events: [
    {
      Effect: 'Allow',
      // EventBridge drops events for a missing bus without an error, so the publisher looks the bus up first.
      Action: ['events:PutEvents', 'events:DescribeEventBus'],
      Resource: [sub(`arn:\${AWS::Partition}:events:\${AWS::Region}:\${AWS::AccountId}:event-bus/\${param:eventBusName}`)],
    },
  ],
};

// The permissions that Lambda itself needs to place a function in a VPC. AWS supports no narrower resource for the two read actions, and Lambda
// requires the other actions for all resource IDs: https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html
const look = ['ec2:DescribeNetworkInterfaces', 'ec2:DescribeSubnets'];
const change = [
  'ec2:CreateNetworkInterface',
  'ec2:DeleteNetworkInterface',
  'ec2:AssignPrivateIpAddresses',
  'ec2:UnassignPrivateIpAddresses',
];

/** Creates the role of a function: its log, its network interfaces in the VPC, and the permissions from `custom.access`. */
export function roleOf({ name, id, access }: InfraFunction): Resource {
  const code = `arn:\${AWS::Partition}:lambda:\${AWS::Region}:\${AWS::AccountId}:function:\${self:service}-\${sls:stage}-${name}`;
  return {
    Type: 'AWS::IAM::Role',
    Properties: {
      Description: `Permissions of the function ${name}`,
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
      },
      Policies: [
        {
          PolicyName: name,
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Allow',
                Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
                Resource: [{ 'Fn::GetAtt': [`${id}LogGroup`, 'Arn'] }],
              },
              { Effect: 'Allow', Action: look, Resource: '*' },
              { Effect: 'Allow', Action: change, Resource: sub(`arn:\${AWS::Partition}:ec2:\${AWS::Region}:\${AWS::AccountId}:*/*`) },
              // Lambda uses the function's role for these actions. This statement denies them to the function's own code. The second ARN matches the
              // function's versions and aliases.
              {
                Effect: 'Deny',
                Action: [...look, ...change],
                Resource: '*',
                Condition: { ArnLike: { 'lambda:SourceFunctionArn': [sub(code), sub(`${code}:*`)] } },
              },
              ...access.flatMap((word) => allowed[word]),
            ],
          },
        },
      ],
    },
  };
}

/** The permissions to send a function's traces. AWS supports no narrower resource for these actions. */
const tracing: Statement = { Effect: 'Allow', Action: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], Resource: '*' };

const inlinePolicies = z.array(z.looseObject({ PolicyDocument: z.looseObject({ Statement: z.array(z.record(z.string(), z.unknown())) }) }));

/** Returns a function's role with the permission for traces, which Lambda requires before it traces the function. */
export function withTracing(role: Resource): Resource {
  const policies = inlinePolicies.parse(role.Properties?.['Policies']).map(({ PolicyDocument, ...policy }) => ({
    ...policy,
    PolicyDocument: { ...PolicyDocument, Statement: [...PolicyDocument.Statement, tracing] },
  }));
  return { ...role, Properties: { ...role.Properties, Policies: policies } };
}
