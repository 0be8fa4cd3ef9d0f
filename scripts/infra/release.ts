import type { Resource } from './service.ts';

/** The value of `canary` that shifts all callers at once and ignores alarms. It allows a rollback while an alarm is on. */
const atOnce = 'AllAtOnce';
/** CodeDeploy's configuration for a value of `canary`. */
const configurationOf = (canary: string) => `CodeDeployDefault.Lambda${canary}`;
/** CodeDeploy's configuration that shifts all callers at once. */
export const atOnceConfiguration = configurationOf(atOnce);
/** The alias that the API calls when releases are gradual: docs/deploy.md, "Gradual release". */
export const releaseAlias = 'live';
/** The shared alarms that stop a release. The function's own alarm for throttles also stops its release. CodeDeploy accepts up to ten alarms. */
const alarms = ['ApiErrorsAlarm', 'ApiLatencyAlarm', 'StatementsAlarm', 'DatabaseConnectionsAlarm'];

interface Released {
  readonly id: string;
  readonly aliasId: string;
  readonly versionId: string;
}

/** Adds an alias for each function of the API. CodeDeploy shifts the alias to a new version, and back to the old version when an alarm fires. */
export function addRelease(resources: Record<string, Resource>, released: readonly Released[], canary: string): void {
  resources['ReleaseApplication'] = { Type: 'AWS::CodeDeploy::Application', Properties: { ComputePlatform: 'Lambda' } };
  resources['ReleaseRole'] = releaseRole(released.map(({ id }) => `${id}LambdaFunction`));
  for (const { id, aliasId, versionId } of released) {
    resources[`${id}ReleaseGroup`] = releaseGroup(id, canary);
    resources[aliasId] = {
      Type: 'AWS::Lambda::Alias',
      UpdatePolicy: {
        CodeDeployLambdaAliasUpdate: {
          ApplicationName: { Ref: 'ReleaseApplication' },
          DeploymentGroupName: { Ref: `${id}ReleaseGroup` },
        },
      },
      Properties: {
        FunctionName: { Ref: `${id}LambdaFunction` },
        FunctionVersion: { 'Fn::GetAtt': [versionId, 'Version'] },
        Name: releaseAlias,
      },
    };
    const version = resources[versionId];
    // CloudFormation deletes an old version when all callers use the new version. The framework's default keeps every version, until Lambda's quota for
    // stored code is full.
    if (version) resources[versionId] = { ...version, DeletionPolicy: 'Delete' };
    // The integration must be created after the alias and after the permission to call it. This `DependsOn` replaces the one from stageOptions.ts,
    // which names only the permission.
    const integration = resources[`HttpApiIntegration${id}`];
    if (integration) resources[`HttpApiIntegration${id}`] = { ...integration, DependsOn: [aliasId, `${id}LambdaPermissionHttpApi`] };
  }
}

/** Returns the deployment group of a function. Each function has its own group, because a group runs one deployment at a time. */
function releaseGroup(id: string, canary: string): Resource {
  return {
    Type: 'AWS::CodeDeploy::DeploymentGroup',
    Properties: {
      ApplicationName: { Ref: 'ReleaseApplication' },
      ServiceRoleArn: { 'Fn::GetAtt': ['ReleaseRole', 'Arn'] },
      DeploymentConfigName: configurationOf(canary),
      DeploymentStyle: { DeploymentType: 'BLUE_GREEN', DeploymentOption: 'WITH_TRAFFIC_CONTROL' },
      AutoRollbackConfiguration: {
        Enabled: true,
        Events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM', 'DEPLOYMENT_STOP_ON_REQUEST'],
      },
      // CodeDeploy also stops a deployment that starts while an alarm is on. AllAtOnce ignores alarms, so that a release can correct their cause.
      AlarmConfiguration: {
        Enabled: canary !== atOnce,
        Alarms: [...alarms, `${id}ThrottlesAlarm`].map((name) => ({ Name: { Ref: name } })),
      },
    },
  };
}

/** Returns CodeDeploy's role. It has the permissions of AWS's policy AWSCodeDeployRoleForLambdaLimited, except those for hooks and for revisions in S3. */
function releaseRole(functionIds: readonly string[]): Resource {
  const arns = functionIds.flatMap((id) => [{ 'Fn::GetAtt': [id, 'Arn'] }, { 'Fn::Sub': `\${${id}.Arn}:${releaseAlias}` }]);
  const allow = (Action: readonly string[], Resource: unknown) => ({ Effect: 'Allow', Action, Resource });
  return {
    Type: 'AWS::IAM::Role',
    Properties: {
      Description: 'Lets CodeDeploy shift the aliases of the functions',
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Service: 'codedeploy.amazonaws.com' },
            Action: 'sts:AssumeRole',
            Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
          },
        ],
      },
      Policies: [
        {
          PolicyName: 'release',
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: [
              allow(['lambda:GetAlias', 'lambda:GetProvisionedConcurrencyConfig', 'lambda:UpdateAlias'], arns),
              // As in AWS's own policy for CodeDeploy.
              allow(['cloudwatch:DescribeAlarms'], '*'),
            ],
          },
        },
      ],
    },
  };
}
