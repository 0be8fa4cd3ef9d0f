// The accepted findings, each with its reason. `resource` matches the type and the name of a resource. An entry without `resource` accepts a
// finding about the whole stack. An entry that accepts no finding is a fault. An entry with `parameter` is an exception: only that parameter adds the
// resource, so the entry may stay unused if the template does not have the resource.

const publicRoutes =
  /^AWS::ApiGatewayV2::Route HttpApiRoute((Get|Head)(Products|ProductsProductidVar|Categories|Openapijson|Docs)|Default)$/;

export const accepted = [
  {
    ids: ['AwsSolutions::AwsSolutions-S1'],
    resource: /^AWS::S3::Bucket ServerlessDeploymentBucket$/,
    reason: 'The bucket holds the zips of releases, which only the deploying role reads. CloudTrail data events can record who does.',
  },
  {
    ids: ['AwsSolutions::AwsSolutions-IAM5[Resource::*]'],
    resource: /^AWS::IAM::Role (?!ReleaseRole$)/,
    reason:
      'ec2:CreateNetworkInterface and ec2:DescribeNetworkInterfaces of a function in a VPC know no ARN beforehand, and X-Ray’s actions support none.',
  },
  {
    ids: ['AwsSolutions::AwsSolutions-IAM5[Resource::*]'],
    resource: /^AWS::IAM::Role ReleaseRole$/,
    parameter: 'canary',
    reason: 'cloudwatch:DescribeAlarms supports no ARN for the call with which CodeDeploy reads the alarms.',
  },
  {
    ids: ['AwsSolutions::AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:ec2:<AWS::Region>:<AWS::AccountId>:*/*]'],
    resource: /^AWS::IAM::Role /,
    reason:
      'Network interfaces get their IDs when Lambda creates them. Another statement denies these actions to the code of the function.',
  },
  {
    ids: ['AwsSolutions::AwsSolutions-RDS6'],
    resource: /^AWS::RDS::DBCluster /,
    reason: 'The API reaches the database through RDS Proxy with a rotated secret. docs/design-decisions.md compares it with IAM.',
  },
  { ids: ['AwsSolutions::AwsSolutions-APIG4'], resource: publicRoutes, reason: 'The catalogue and the description are public.' },
  {
    ids: ['CloudFormation-Validate::W8003', 'CloudFormation-Validate::W9053'],
    reason:
      'The framework fills in the parameters standby, databaseInsights and flowLogs, so in a stage’s template their conditions are constant.',
  },
];
