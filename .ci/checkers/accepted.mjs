// The findings that check.mjs accepts, each with its reason. `resource` matches the type and the name of a resource. An entry without `resource` accepts a
// finding about the whole stack. check.mjs rejects an entry that matches no finding. The resource of an
// entry with `parameter` exists only in a package with this parameter. In any other package, the entry need not match a finding.

const publicRoutes =
  /^AWS::ApiGatewayV2::Route HttpApiRoute((Get|Head)(Products|ProductsProductidVar|Categories|Openapijson|Docs)|Default)$/;

export const accepted = [
  {
    ids: ['AwsSolutions::AwsSolutions-S1'],
    resource: /^AWS::S3::Bucket ServerlessDeploymentBucket$/,
    reason: 'The bucket holds the zips of releases, which only the deploying role reads. CloudTrail data events can record these reads.',
  },
  {
    ids: ['AwsSolutions::AwsSolutions-IAM5[Resource::*]'],
    resource: /^AWS::IAM::Role (?!ReleaseRole$)/,
    reason: 'ec2:DescribeNetworkInterfaces, ec2:DescribeSubnets and X-Ray’s actions support no ARN.',
  },
  {
    ids: ['AwsSolutions::AwsSolutions-IAM5[Resource::*]'],
    resource: /^AWS::IAM::Role ReleaseRole$/,
    parameter: 'canary',
    reason: 'CodeDeploy reads the alarms with a call of cloudwatch:DescribeAlarms that cannot be limited to an ARN.',
  },
  {
    ids: ['AwsSolutions::AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:ec2:<AWS::Region>:<AWS::AccountId>:*/*]'],
    resource: /^AWS::IAM::Role /,
    reason:
      'Lambda creates the network interfaces, so their ARNs are not known. Another statement denies these actions to the function’s code.',
  },
  {
    ids: ['AwsSolutions::AwsSolutions-RDS6'],
    resource: /^AWS::RDS::DBCluster /,
    reason: 'The API reaches the database through RDS Proxy with a rotated secret. docs/design-decisions.md compares it with IAM.',
  },
  { ids: ['AwsSolutions::AwsSolutions-APIG4'], resource: publicRoutes, reason: 'The catalogue and the API’s description are public.' },
  {
    ids: ['CloudFormation-Validate::W8003', 'CloudFormation-Validate::W9053'],
    reason:
      'The framework replaces the parameters standby, databaseInsights and flowLogs by their values, so conditions of the template compare constants.',
  },
];
