import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { z } from 'zod';
import { AwsError } from '../../local/aws/awsEndpoint.ts';
import { openLocalServer } from '../../local/http/localServer.ts';
import { awsClientOptions } from '../../scripts/awsClient.ts';
import { apiAddress } from '../../scripts/deploy/address.ts';
import { checkEventBus } from '../../scripts/deploy/eventBus.ts';
import { pendingRebootLine } from '../../scripts/deploy/pendingReboot.ts';
import { checkConcurrency } from '../../scripts/deploy/quota.ts';
import { runSteps } from '../../scripts/deploy/runSteps.ts';
import { smokeTest } from '../../scripts/deploy/smokeTest.ts';
import { stackState } from '../../scripts/deploy/stackState.ts';
import { deployPackage } from '../../scripts/deploy.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { awsService, json, rejectingService, xml, xmlError } from './awsService.ts';

interface Account {
  limit: number;
  unreserved: number;
  /** The concurrency that an earlier deploy has reserved, by function. */
  reserved: Record<string, number>;
}

/** Starts a server that implements Lambda's GetAccountSettings and GetFunctionConcurrency. */
function lambdaOf(account: Account) {
  return awsService('LAMBDA', ({ url }) => {
    if (url === '/2016-08-19/account-settings' || url === '/2016-08-19/account-settings/')
      return json({ AccountLimit: { ConcurrentExecutions: account.limit, UnreservedConcurrentExecutions: account.unreserved } });
    const [, name = ''] = /^\/2019-09-30\/functions\/([^/]+)\/concurrency$/.exec(url) ?? [];
    const ReservedConcurrentExecutions = account.reserved[name];
    if (ReservedConcurrentExecutions === undefined) throw new AwsError(404, 'ResourceNotFoundException', `Function not found: ${name}`);
    return json({ ReservedConcurrentExecutions });
  });
}

const functions = [
  { name: 'orders-dev-one', reservedConcurrency: 60 },
  { name: 'orders-dev-two', reservedConcurrency: 40 },
];
const check = () => checkConcurrency({ region: 'eu-central-1', functions });

it("accepts functions that reserve the account's whole concurrency, except the 100 that Lambda keeps unreserved", async () => {
  await lambdaOf({ limit: 200, unreserved: 200, reserved: {} });
  expect(await check()).toBe("100 reserved of 200, 100 left for the account's other functions");
});

it('rejects an account with too little concurrency, and names the limit to request', async () => {
  await lambdaOf({ limit: 10, unreserved: 10, reserved: {} });
  await expect(check()).rejects.toThrow(
    /has only 10 of 10 left .* Request 200 or more: aws service-quotas .*L-B99A9384 --desired-value 1000/,
  );
  await lambdaOf({ limit: 199, unreserved: 199, reserved: {} });
  await expect(check()).rejects.toThrow(/Request 200 or more/);
});

it('counts the reservations of an earlier deploy as free', async () => {
  await lambdaOf({ limit: 200, unreserved: 100, reserved: { 'orders-dev-one': 60, 'orders-dev-two': 40 } });
  expect(await check()).toContain('100 left');
});

it('reports that AWS rejects the lookup of the concurrency', async () => {
  await rejectingService('LAMBDA', 403, 'AccessDeniedException', 'User is not authorized to perform: lambda:GetAccountSettings');
  await expect(check()).rejects.toThrow(/could not be looked up: .* not authorized to perform: lambda:GetAccountSettings/);
});

/** Starts a server that implements EventBridge's DescribeEventBus. */
function eventBridgeWith(...buses: readonly string[]) {
  return awsService('EVENTBRIDGE', ({ headers, body }) => {
    expect(headers['x-amz-target']).toBe('AWSEvents.DescribeEventBus');
    const { Name } = z.object({ Name: z.string() }).parse(JSON.parse(body));
    if (!buses.includes(Name)) throw new AwsError(400, 'ResourceNotFoundException', `Event bus ${Name} does not exist.`);
    return json({ Name, Arn: `arn:aws:events:eu-central-1:1:event-bus/${Name}` });
  });
}

it('accepts an existing event bus', async () => {
  await eventBridgeWith('default', 'shop');
  expect(await checkEventBus('shop', 'eu-central-1')).toBe('arn:aws:events:eu-central-1:1:event-bus/shop exists');
});

it('rejects an event bus that does not exist, and names the command that creates it', async () => {
  await eventBridgeWith('default');
  await expect(checkEventBus('shop', 'eu-central-1')).rejects.toThrow(
    /no event bus shop in eu-central-1.*aws events create-event-bus --name shop --region eu-central-1.*--param eventBusName=default/,
  );
});

it('retries when AWS does not respond', async () => {
  let asked = 0;
  await awsService('EVENTBRIDGE', () => (++asked === 1 ? new Promise(() => {}) : json({ Name: 'shop', Arn: 'arn:shop' })));
  const impatient = awsClientOptions({ maxAttempts: 20, requestTimeout: 1_000 });
  expect(await checkEventBus('shop', 'eu-central-1', impatient)).toBe('arn:shop exists');
});

it('names the permission that looking up the event bus requires', async () => {
  await rejectingService('EVENTBRIDGE', 400, 'AccessDeniedException', 'User is not authorized');
  await expect(checkEventBus('shop', 'eu-central-1')).rejects.toThrow(
    /could not be looked up, .*events:DescribeEventBus: AccessDeniedException: User is not authorized/,
  );
});

/** Starts a server that implements CloudFormation's DescribeStacks. */
function stackWith(outputs: string) {
  return awsService('CLOUDFORMATION', () =>
    xml(`<DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><DescribeStacksResult><Stacks><member>
      <StackName>orders-dev</StackName><CreationTime>2026-01-01T00:00:00Z</CreationTime><StackStatus>CREATE_COMPLETE</StackStatus>
      <Outputs>${outputs}</Outputs></member></Stacks></DescribeStacksResult></DescribeStacksResponse>`),
  );
}

it('reads the API’s URL from the stack', async () => {
  await stackWith('<member><OutputKey>HttpApiUrl</OutputKey><OutputValue>https://a.execute-api.test</OutputValue></member>');
  expect(await apiAddress('orders-dev', 'eu-central-1')).toBe('https://a.execute-api.test');
  await stackWith('<member><OutputKey>Other</OutputKey><OutputValue>x</OutputValue></member>');
  await expect(apiAddress('orders-dev', 'eu-central-1')).rejects.toThrow(/no output HttpApiUrl/);
});

/** Starts a server that implements CloudFormation's DescribeStacks and DescribeStackResource. `undefined`: the stack or database does not exist. */
function cloudFormationWith(stackStatus?: string, databaseStatus?: string) {
  const missing = (message: string) => xmlError(400, 'ValidationError', message);
  return awsService('CLOUDFORMATION', ({ fields }) => {
    if (fields['Action'] === 'DescribeStackResource') {
      expect(fields).toMatchObject({ StackName: 'orders-dev', LogicalResourceId: 'DatabaseCluster' });
      if (databaseStatus === undefined) return missing('Resource DatabaseCluster does not exist for stack orders-dev');
      const detail = `<StackResourceDetail><ResourceStatus>${databaseStatus}</ResourceStatus></StackResourceDetail>`;
      return xml(`<R><DescribeStackResourceResult>${detail}</DescribeStackResourceResult></R>`);
    }
    if (stackStatus === undefined) return missing('Stack with id orders-dev does not exist');
    const stack = `<member><StackName>orders-dev</StackName><StackStatus>${stackStatus}</StackStatus></member>`;
    return xml(`<R><DescribeStacksResult><Stacks>${stack}</Stacks></DescribeStacksResult></R>`);
  });
}

it.each([
  ['is missing', undefined, undefined, true],
  ['has only its deployment bucket', 'CREATE_COMPLETE', undefined, true],
  ['rolled its first deploy back', 'UPDATE_ROLLBACK_COMPLETE', 'DELETE_COMPLETE', true],
  ['was deployed', 'UPDATE_COMPLETE', 'CREATE_COMPLETE', false],
  ['never got its database', 'UPDATE_ROLLBACK_COMPLETE', 'CREATE_FAILED', true],
  ['rolled a later deploy back', 'UPDATE_ROLLBACK_COMPLETE', 'UPDATE_COMPLETE', false],
  ['failed to change its database', 'UPDATE_ROLLBACK_COMPLETE', 'UPDATE_FAILED', false],
  ['could not delete its database', 'UPDATE_ROLLBACK_COMPLETE', 'DELETE_FAILED', false],
] as const)(
  'for a stack that %s, counts the deploy as the first only if the stack has no database',
  async (_, stack, database, isFirst) => {
    await cloudFormationWith(stack, database);
    expect(await stackState('orders-dev', 'eu-central-1')).toMatchObject({ isFirst });
  },
);

it.each([
  ['UPDATE_ROLLBACK_FAILED', /aws cloudformation continue-update-rollback --stack-name orders-dev --region eu-central-1/],
  ['UPDATE_IN_PROGRESS', /Another deploy or rollback is running/],
  ['ROLLBACK_COMPLETE', /Delete it and deploy again: aws cloudformation delete-stack/],
  [
    'DELETE_FAILED',
    /Correct what prevents its deletion \(aws cloudformation describe-stack-events .*Delete it and deploy again: aws cloudformation delete-stack/,
  ],
])('rejects a stack with the status %s, and names the remedy', async (status, message) => {
  await cloudFormationWith(status, 'CREATE_COMPLETE');
  await expect(stackState('orders-dev', 'eu-central-1')).rejects.toThrow(message);
});

/** Starts a server that denies every call of a service. */
const denying = (service: string) => awsService(service, () => xmlError(403, 'AccessDenied', 'not authorized'));

it('reports an error of CloudFormation, unless the stack is missing', async () => {
  await denying('CLOUDFORMATION');
  await expect(stackState('orders-dev', 'eu-central-1')).rejects.toThrow(
    /orders-dev in eu-central-1 could not be looked up: AccessDenied: not authorized/,
  );
});

/** Starts a server that implements RDS's DescribeDBClusters for a cluster with these members: ID, status of the parameter group, role. */
function clusterOf(...members: readonly (readonly [id: string, status: string, isWriter: boolean])[]) {
  const items = members.map(
    ([id, status, isWriter]) =>
      `<DBClusterMember><DBInstanceIdentifier>${id}</DBInstanceIdentifier><IsClusterWriter>${isWriter}</IsClusterWriter><DBClusterParameterGroupStatus>${status}</DBClusterParameterGroupStatus></DBClusterMember>`,
  );
  const cluster = `<DBCluster><DBClusterMembers>${items.join('')}</DBClusterMembers></DBCluster>`;
  return awsService('RDS', () => xml(`<R><DescribeDBClustersResult><DBClusters>${cluster}</DBClusters></DescribeDBClustersResult></R>`));
}
const pendingReboot = () => pendingRebootLine('orders-dev', 'eu-central-1');

it('lists the instances that need a reboot before they use a changed parameter, the writer last', async () => {
  await clusterOf(['one', 'in-sync', true], ['two', 'in-sync', false]);
  expect(await pendingReboot()).toBe('none needed');
  await clusterOf(['one', 'pending-reboot', true], ['two', 'in-sync', false], ['three', 'pending-reboot', false]);
  expect(await pendingReboot()).toMatch(
    /^WARNING: .*max_connections, has no effect before a reboot of three, one, in this order\. See docs\/deploy\.md/,
  );
});

it('reports that the need for a reboot is not known yet while a parameter is being applied or the cluster has no instance', async () => {
  await clusterOf(['one', 'in-sync', true], ['two', 'applying', false]);
  expect(await pendingReboot()).toBe('not known yet: two is applying');
  await clusterOf();
  expect(await pendingReboot()).toBe('not known yet: the cluster has no instance');
});

it('does not fail the deploy when the instances cannot be looked up, and names the required permission', async () => {
  await denying('RDS');
  expect(await pendingReboot()).toMatch(/^not known: .* requires rds:DescribeDBClusters: AccessDenied: not authorized$/);
});

/** Starts an API that returns these responses one after the other, and then repeats the last one. */
async function apiAnswering(...answers: readonly (readonly [status: number, body: string])[]) {
  const asked: string[] = [];
  const { server, url } = await openLocalServer({}, {}, (request, response) => {
    const [status, body] = answers[Math.min(asked.length, answers.length - 1)] ?? [500, ''];
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(status).end(body);
  });
  onTestFinished(() => void server.close());
  return { address: url, asked };
}
const page = [200, '{"items":[{"id":1}],"nextCursor":null}'] as const;
const soon = { tries: 3, pauseMs: 1 };

it('the smoke test reads a page of products, expects a rejected order, and retries while a new stage is not ready', async () => {
  const { address, asked } = await apiAnswering([503, ''], page, [401, '{"message":"Unauthorized"}']);
  expect(await smokeTest(address, soon)).toMatch(/^returned 1 product and rejected an order without a token/);
  expect(asked).toEqual(['GET /products?limit=1', 'GET /products?limit=1', 'POST /orders']);
});

it.each([
  ['returns 500', [[500, 'internal']], /GET .* returned 500 instead of 200: internal/],
  ['returns no page of products', [[200, '<html>']], /not valid JSON/],
  ['accepts an order without a token', [page, [201, '{}']], /POST .* returned 201 instead of 401/],
] as const)('the smoke test fails when the API %s', async (_, answers, message) => {
  const { address } = await apiAnswering(...answers);
  await expect(smokeTest(address, { tries: 1, pauseMs: 1 })).rejects.toThrow(message);
});

it.each([
  ['exits with 1', 'exit 1', 'exit code 1'],
  ['is killed', 'kill -9 $$', 'SIGKILL'],
])('names the page with the possible states of the stack when `serverless deploy` %s', async (_, script, end) => {
  const folder = await temporaryFolder();
  await writeFile(path.join(folder, 'serverless'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  onTestFinished(() => void vi.unstubAllEnvs());
  vi.stubEnv('PATH', `${folder}:${process.env['PATH']}`);
  expect(() => deployPackage([])).toThrow(
    `serverless deploy failed with ${end}. Its output above names the cause. docs/deploy.md, "When a deploy fails", describes the possible states of the stack`,
  );
});

it('shows each step, and stops at the first step that fails', async () => {
  const said: string[] = [];
  const ran: string[] = [];
  const step = (name: string, answer?: string) => ({
    name,
    run: () => {
      ran.push(name);
      return answer;
    },
  });
  const failing = { name: 'second', run: () => Promise.reject(new Error('no')) };
  await expect(runSteps([step('first', 'fine'), failing, step('third')], (line) => said.push(line))).rejects.toThrow('no');
  expect(ran).toEqual(['first']);
  expect(said.map((line) => line.replace(/ \(.*/, ''))).toEqual([
    '[1/3] first',
    '[1/3] first: fine',
    '[2/3] second',
    '[2/3] second: failed',
  ]);
});

beforeEach(() => {
  vi.stubEnv('AWS_REGION', 'eu-central-1');
});
