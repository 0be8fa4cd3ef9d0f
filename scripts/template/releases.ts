import { atOnceConfiguration, releaseAlias } from '../infra/release.ts';
import { at, list, ofType, type Rule, target, unless } from './template.ts';

/**
 * If there are aliases, the API must call only aliases. Each alias must shift back when its deployment fails. It must also
 * shift back when an alarm is raised, except with the `canary` AllAtOnce.
 */
export const releases: Rule = (template) => {
  const aliases = ofType(template, 'AWS::Lambda::Alias');
  if (aliases.length === 0) return [];
  return [
    ...[
      ...ofType(template, 'AWS::ApiGatewayV2::Integration').map(([id, integration]) => [id, at(integration, 'IntegrationUri')] as const),
      ...ofType(template, 'AWS::Lambda::Permission').flatMap(([id, permission]) =>
        at(permission, 'Principal') === 'apigateway.amazonaws.com' ? [[id, at(permission, 'FunctionName')] as const] : [],
      ),
    ]
      .filter(([, called]) => !isAlias(called))
      .map(([resource]) => ({
        code: 'past-alias',
        resource,
        message: `does not call the alias ${releaseAlias}, so a release would reach all callers at once`,
      })),
    ...aliases.flatMap(([resource]) => {
      const group = target(at(template.Resources[resource]?.UpdatePolicy, 'CodeDeployLambdaAliasUpdate', 'DeploymentGroupName')) ?? '';
      const settings = template.Resources[group]?.Properties;
      const alarms = list(at(settings, 'AlarmConfiguration', 'Alarms'));
      const isAtOnce = at(settings, 'DeploymentConfigName') === atOnceConfiguration;
      const isWatched = at(settings, 'AlarmConfiguration', 'Enabled') === true && alarms.length > 0;
      const shiftsBack = (isAtOnce || isWatched) && at(settings, 'AutoRollbackConfiguration', 'Enabled') === true;
      return unless(shiftsBack, 'no-rollback', resource, 'does not shift back when an alarm fires: see scripts/infra/release.ts');
    }),
  ];
};

/** Whether the ARN ends with the alias: `Fn::Join: [':', [<ARN>, live]]`. */
function isAlias(arn: unknown): boolean {
  const [, parts] = list(at(arn, 'Fn::Join'));
  return list(parts).at(-1) === releaseAlias;
}
