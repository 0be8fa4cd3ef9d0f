import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, it } from 'vitest';
import { currentBuild } from '../../scripts/currentBuild.ts';
import { readersOf } from '../../scripts/infra/readers.ts';
import { addRelease } from '../../scripts/infra/release.ts';
import { infraFunctions } from '../../scripts/infra/service.ts';
import { writeInfra } from '../../scripts/infra/writeInfra.ts';
import { faults } from '../../scripts/template/faults.ts';
import { metricFaults } from '../../scripts/template/metrics.ts';
import { schemaFaults } from '../../scripts/template/schema.ts';
import { at, ofType, readTemplate, type Template } from '../../scripts/template/template.ts';
import { reaches } from '../support/references.ts';
import { writtenMetrics } from '../support/writtenMetrics.ts';
import { changed, type Mutation, make } from './mutations.ts';

const service = infraFunctions(readFileSync('serverless.yml', 'utf8'));
const routed = service.filter(({ isRouted }) => isRouted);
// `.ci/run` also checks this package, with rules of third parties.
const folder = path.resolve('dist/packageWithOptions');
let template: Template;

// Tests the options `readers`, `canary` and `tracing` with one package, because packaging takes 12 s of CPU.
beforeAll(async () => {
  await currentBuild();
  await writeInfra(process.cwd());
  const given = ['readers=2', 'canary=Linear10PercentEvery1Minute', 'tracing=true'].flatMap((one) => ['--param', one]);
  await promisify(execFile)('serverless', ['package', '--package', folder, ...given]);
  template = await readTemplate(folder);
}, 300_000);

const versionOf = (id: string) =>
  Object.keys(template.Resources).find((name) => new RegExp(`^${id}LambdaVersion\\w{20,}$`).test(name)) ?? '';
const ofAlias = (id: string) => ({ 'Fn::Join': [':', [{ 'Fn::GetAtt': [`${id}LambdaFunction`, 'Arn'] }, 'live']] });

it('packages readers, a gradual release and tracing without violating our rules or AWS’s specification', () => {
  expect(faults(template, service)).toEqual([]);
  expect(schemaFaults(template)).toEqual([]);
});

it('shows the lag of the readers on the dashboard, and uses only metrics that something writes', () => {
  expect(JSON.stringify(template.Resources['Dashboard'])).toContain('AuroraReplicaLagMaximum');
  expect(metricFaults(template, writtenMetrics)).toEqual([]);
});

it('has readers, and only the functions that read use their endpoint', () => {
  expect(Object.keys(template.Resources)).toEqual(expect.arrayContaining(Object.keys(readersOf(2).resources.Resources)));
  const hosts = ofType(template, 'AWS::Lambda::Function').map(([id, lambda]) => [
    id,
    at(lambda, 'Environment', 'Variables', 'DATABASE_HOST'),
  ]);
  expect(hosts).toContainEqual(['SalesReportLambdaFunction', { 'Fn::GetAtt': ['ReadOnlyEndpoint', 'Endpoint'] }]);
  expect(hosts).toContainEqual(['PlaceOrderLambdaFunction', { 'Fn::GetAtt': ['DatabaseProxy', 'Endpoint'] }]);
});

it('each integration calls the alias of its function, and is created after the permission to call it', () => {
  for (const { id } of routed) {
    expect(template.Resources[`HttpApiIntegration${id}`]).toMatchObject({
      Properties: { IntegrationUri: ofAlias(id) },
      DependsOn: [`${id}LiveAlias`, `${id}LambdaPermissionHttpApi`],
    });
    expect(template.Resources[`${id}LambdaPermissionHttpApi`]?.Properties).toMatchObject({ FunctionName: ofAlias(id) });
  }
});

it('CodeDeploy shifts each alias to the version of this release, and watches the alarms to shift back', () => {
  for (const { id } of routed) {
    const alias = template.Resources[`${id}LiveAlias`];
    expect(alias?.Properties).toMatchObject({ Name: 'live', FunctionVersion: { 'Fn::GetAtt': [versionOf(id), 'Version'] } });
    expect(alias?.UpdatePolicy).toEqual({
      CodeDeployLambdaAliasUpdate: { ApplicationName: { Ref: 'ReleaseApplication' }, DeploymentGroupName: { Ref: `${id}ReleaseGroup` } },
    });
    const group = template.Resources[`${id}ReleaseGroup`]?.Properties;
    expect(group).toMatchObject({ DeploymentConfigName: 'CodeDeployDefault.LambdaLinear10PercentEvery1Minute' });
    expect(at(group, 'AlarmConfiguration', 'Alarms')).toEqual(
      ['ApiErrorsAlarm', 'ApiLatencyAlarm', 'StatementsAlarm', 'DatabaseConnectionsAlarm', `${id}ThrottlesAlarm`].map((name) => {
        expect(template.Resources[name]?.Type).toBe('AWS::CloudWatch::Alarm');
        return { Name: { Ref: name } };
      }),
    );
  }
});

it('a release with AllAtOnce ignores the alarms, so that a release can correct the cause of an alarm', () => {
  const { Resources } = structuredClone(template);
  const changed = { ...Resources };
  const released = routed.map(({ id }) => ({ id, aliasId: `${id}LiveAlias`, versionId: versionOf(id) }));
  addRelease(changed, released, 'AllAtOnce');
  for (const { id } of routed) {
    expect(changed[`${id}LiveAlias`]).toEqual(Resources[`${id}LiveAlias`]);
    expect(changed[`${id}ReleaseGroup`]?.Properties).toMatchObject({
      DeploymentConfigName: 'CodeDeployDefault.LambdaAllAtOnce',
      AlarmConfiguration: { Enabled: false },
    });
  }
  expect(faults({ Resources: changed }, service)).toEqual([]);
});

it('migrates before any alias shifts, and has no circular dependency', () => {
  for (const { id } of routed) expect([id, reaches(template, `${id}LiveAlias`, 'Migrations')]).toEqual([id, true]);
  expect(Object.keys(template.Resources).filter((name) => reaches(template, name, name))).toEqual([]);
});

it('releases the functions without routes at once, and keeps the reserved concurrency of all functions', () => {
  expect(ofType(template, 'AWS::Lambda::Alias')).toHaveLength(routed.length);
  const rules = ofType(template, 'AWS::Events::Rule').map(([, rule]) => JSON.stringify(at(rule, 'Targets')));
  expect(rules).toHaveLength(2);
  for (const targets of rules) expect(targets).not.toContain('live');
  for (const { id } of service)
    expect(Number(at(template.Resources[`${id}LambdaFunction`]?.Properties, 'ReservedConcurrentExecutions'))).toBeGreaterThan(0);
});

it('traces every function, and grants the permissions that tracing requires', () => {
  for (const { id } of service) {
    expect(template.Resources[`${id}LambdaFunction`]?.Properties).toMatchObject({ TracingConfig: { Mode: 'Active' } });
    expect(JSON.stringify(template.Resources[`${id}Role`])).toContain(
      '{"Effect":"Allow","Action":["xray:PutTraceSegments","xray:PutTelemetryRecords"],"Resource":"*"}',
    );
  }
});

const itself = { 'Fn::GetAtt': ['PlaceOrderLambdaFunction', 'Arn'] };
const alarmsOfRelease = 'PlaceOrderReleaseGroup/Properties/AlarmConfiguration';
const traceAll = { Effect: 'Allow', Action: 'xray:*', Resource: '*' };
it.each<Mutation>([
  changed('an integration that calls the function itself', 'past-alias', 'HttpApiIntegrationPlaceOrder', 'IntegrationUri', itself),
  changed('a permission for the function itself', 'past-alias', 'PlaceOrderLambdaPermissionHttpApi', 'FunctionName', itself),
  ['a release without alarms', 'no-rollback', 'PlaceOrderLiveAlias', make(`${alarmsOfRelease}/Alarms`, [])],
  ['a gradual release that ignores the alarms', 'no-rollback', 'PlaceOrderLiveAlias', make(`${alarmsOfRelease}/Enabled`, false)],
  changed('a role that allows every X-Ray action', 'wildcard', 'PlaceOrderRole', 'Policies/0/PolicyDocument/Statement', [traceAll]),
])('is rejected with %s', (_, code, resource, mutate) => {
  const unsafe = structuredClone(template);
  mutate({ ...unsafe });
  expect(faults(unsafe, service)).toContainEqual({ code, resource, message: expect.any(String) });
});
