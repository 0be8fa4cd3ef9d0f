// Simulates IAM's decision about every AWS call of the packaged functions. A decision depends on the function's role and the policy of the VPC endpoint.
// A function's calls are the commands of AWS's SDK in its bundle. The simulator is licensed under AGPL-3.0. It runs in CI only, and no package contains it.
// Usage: node permissions.mjs <template.json> [<folder of bundles>]. Exits with 1 if a decision is not the expected one.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runSimulation } from '@cloud-copilot/iam-simulate';
import { account, region, resolver } from './resolver.mjs';

const [templateFile, bundles = 'dist/functions'] = process.argv.slice(2);
if (templateFile === undefined) {
  console.error('Usage: node permissions.mjs <template.json> [<bundles>]. Run `npm run package` first.');
  process.exit(2);
}
const { Resources: resources } = JSON.parse(readFileSync(templateFile, 'utf8'));
const resolve = resolver(resources);
const foreign = '999999999999';

const secrets = { endpoint: 'SecretsEndpoint', targets: ({ secretArns }) => secretArns };
const bus = {
  endpoint: 'EventsEndpoint',
  targets: ({ environment }) => [`arn:aws:events:${region}:${account}:event-bus/${environment.EVENT_BUS_NAME}`],
};
/** Each command that a bundle may contain, with its action, its resources (`targets`) and its VPC endpoint. */
const commands = {
  GetSecretValue: { ...secrets, action: 'secretsmanager:GetSecretValue' },
  DescribeSecret: { ...secrets, action: 'secretsmanager:DescribeSecret' },
  PutSecretValue: { ...secrets, action: 'secretsmanager:PutSecretValue' },
  UpdateSecretVersionStage: { ...secrets, action: 'secretsmanager:UpdateSecretVersionStage' },
  DescribeEventBus: { ...bus, action: 'events:DescribeEventBus' },
  PutEvents: { ...bus, action: 'events:PutEvents' },
};
// Lambda itself writes a function's log, and creates its network interfaces (https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html).
const logging = ['logs:CreateLogStream', 'logs:PutLogEvents'];
const interfaces = ['CreateNetworkInterface', 'DeleteNetworkInterface', 'AssignPrivateIpAddresses', 'UnassignPrivateIpAddresses'].map(
  (name) => ({ action: `ec2:${name}`, resource: `arn:aws:ec2:${region}:${account}:network-interface/eni-0a1b2c3d` }),
);
const network = [
  ...interfaces,
  { action: 'ec2:CreateNetworkInterface', resource: `arn:aws:ec2:${region}:${account}:subnet/subnet-0a1b2c3d` },
  { action: 'ec2:CreateNetworkInterface', resource: `arn:aws:ec2:${region}:${account}:security-group/sg-0a1b2c3d` },
  { action: 'ec2:DescribeNetworkInterfaces', resource: '*' },
  { action: 'ec2:DescribeSubnets', resource: '*' },
];

const faults = [];
let simulated = 0;

/** Simulates one call, and records a fault if the result is not `expected`. */
async function expectResult(
  expected,
  { who, principal, policies, action, resource, endpoint, resourcePolicy, context = {}, owner = account },
) {
  const { resultType, overallResult, errors } = await runSimulation(
    {
      request: { principal, action, resource: { resource, accountId: owner }, contextVariables: context },
      identityPolicies: policies,
      serviceControlPolicies: [],
      resourceControlPolicies: [],
      ...(resourcePolicy && { resourcePolicy }),
      ...(endpoint && { vpcEndpointPolicies: [{ name: endpoint, policy: resolve(resources[endpoint].Properties.PolicyDocument) }] }),
    },
    {},
  );
  simulated++;
  const result = resultType === 'error' ? JSON.stringify(errors) : overallResult === 'Allowed' ? 'allowed' : 'denied';
  if (result !== expected)
    faults.push(`${who}: ${action} on ${resource}${endpoint ? ` through ${endpoint}` : ''} is ${result} instead of ${expected}`);
}

const everySecret = [{ Ref: 'ApiSecret' }, { 'Fn::GetAtt': ['DatabaseCluster', 'MasterUserSecret.SecretArn'] }].map(resolve);

for (const file of readdirSync(bundles).filter((one) => one.endsWith('.cjs'))) {
  const name = path.basename(file, '.cjs');
  const id = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const { Environment, FunctionName, Role } = resources[`${id}LambdaFunction`].Properties;
  const role = Role['Fn::GetAtt'][0];
  const policies = resources[role].Properties.Policies.map(({ PolicyName, PolicyDocument }) => ({
    name: PolicyName,
    // The roles name EC2's resources as `*/*`, as Lambda's documentation does. The simulator does not accept `*` as a resource's type.
    policy: JSON.parse(
      JSON.stringify(resolve(PolicyDocument)).replaceAll(`arn:aws:ec2:${region}:${account}:*/*`, `arn:aws:ec2:${region}:${account}:*`),
    ),
  }));
  const principal = `arn:aws:iam::${account}:role/${role}`;
  const environment = resolve(Environment?.Variables ?? {});
  const secretArns = Object.values(environment).filter((value) => String(value).startsWith('arn:aws:secretsmanager:'));
  const functionArn = `arn:aws:lambda:${region}:${account}:function:${resolve(FunctionName)}`;
  // The condition keys of a request that the function's code sends.
  const code = { 'aws:PrincipalAccount': account, 'lambda:SourceFunctionArn': functionArn };
  const call = (expected, more) => expectResult(expected, { who: name, principal, policies, ...more });

  const used = new Set(Array.from(readFileSync(path.join(bundles, file), 'utf8').matchAll(/\bnew \w+\.(\w+)Command\(/g), ([, one]) => one));
  for (const one of used) {
    const known = commands[one];
    if (!known) {
      faults.push(`${name}: ${one} is not listed in permissions.mjs`);
      continue;
    }
    const targets = known.targets({ environment, secretArns });
    if (targets.length === 0) faults.push(`${name}: no environment variable has the resource of ${one}`);
    for (const resource of targets) await call('allowed', { ...known, resource, context: code });
  }
  for (const resource of everySecret.filter((arn) => !used.has('GetSecretValue') || !secretArns.includes(arn)))
    await call('denied', { action: 'secretsmanager:GetSecretValue', resource, context: code });

  const group = `arn:aws:logs:${region}:${account}:log-group:/aws/lambda/${resolve(FunctionName)}`;
  for (const action of logging) await call('allowed', { action, resource: `${group}:log-stream:2026/11/29/[$LATEST]0a1b2c3d` });
  for (const each of network) {
    await call('allowed', each);
    for (const arn of [functionArn, `${functionArn}:live`])
      await call('denied', { ...each, context: { ...code, 'lambda:SourceFunctionArn': arn } });
  }
}

// migrate sends its result to a URL that CloudFormation has signed, so the principal of the request is CloudFormation's.
const bucket = (name) => ({
  ...{ who: 'CloudFormation', principal: `arn:aws:iam::${foreign}:role/cloudformation`, owner: foreign, endpoint: 'S3Endpoint' },
  ...{ action: 's3:PutObject', resource: `arn:aws:s3:::${name}/response` },
  policies: [{ name: 'own', policy: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] } }],
});
await expectResult('allowed', bucket(`cloudformation-custom-resource-response-${region.replaceAll('-', '')}`));
await expectResult('denied', bucket('another-bucket'));

if (faults.length > 0) {
  for (const fault of faults) console.error(fault);
  process.exitCode = 1;
} else console.log(`${simulated} simulated calls have the expected result`);
