// Tests the checkers: puts each fault into its own copy of the packaged template, and expects check.mjs or permissions.mjs to report the fault.
// Usage: node breaks.mjs <template.json>. Exits with 1 if a fault is not reported.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const breaks = [
  {
    checker: 'cdk-nag',
    expected: /AwsSolutions-RDS2\b/,
    change: ({ DatabaseCluster }) => {
      DatabaseCluster.Properties.StorageEncrypted = false;
    },
  },
  {
    checker: 'CloudFormation Validate',
    expected: /CloudFormation-Validate::W3011/,
    change: ({ DatabaseWriter }) => {
      DatabaseWriter.DeletionPolicy = 'Retain';
    },
  },
  {
    checker: 'accepted.mjs',
    expected: /accepts AwsSolutions::AwsSolutions-S1, which no checker finds any more/,
    change: ({ ServerlessDeploymentBucket }) => {
      ServerlessDeploymentBucket.Properties.LoggingConfiguration = { DestinationBucketName: 'logs', LogFilePrefix: 'deploys/' };
    },
  },
  {
    checker: 'permissions.mjs, for a missing permission of a role',
    script: 'permissions.mjs',
    expected: /^placeOrder: secretsmanager:GetSecretValue on \S+ApiSecret\S+ through SecretsEndpoint is denied instead of allowed$/m,
    change: ({ PlaceOrderRole }) => {
      PlaceOrderRole.Properties.Policies[0].PolicyDocument.Statement.pop();
    },
  },
  {
    checker: 'permissions.mjs, for a missing permission of an endpoint',
    script: 'permissions.mjs',
    expected: /^publishEvents: events:DescribeEventBus on \S+ through EventsEndpoint is denied instead of allowed$/m,
    change: ({ EventsEndpoint }) => {
      EventsEndpoint.Properties.PolicyDocument.Statement[0].Action = ['events:PutEvents'];
    },
  },
  {
    checker: 'permissions.mjs, for an excess permission of a role',
    script: 'permissions.mjs',
    expected: /^placeOrder: secretsmanager:GetSecretValue on \S+rds!cluster\S+ is allowed instead of denied$/m,
    change: ({ PlaceOrderRole }) => {
      PlaceOrderRole.Properties.Policies[0].PolicyDocument.Statement.at(-1).Resource = '*';
    },
  },
];

const [templateFile] = process.argv.slice(2);
if (templateFile === undefined) {
  console.error('Usage: node breaks.mjs <template.json>. Run `npm run package` first.');
  process.exit(2);
}
const text = readFileSync(templateFile, 'utf8');
const folder = mkdtempSync(path.join(tmpdir(), 'orders-broken-'));
try {
  for (const { checker, script = 'check.mjs', expected, change } of breaks) {
    const template = JSON.parse(text);
    change(template.Resources);
    const broken = path.join(folder, 'template.json');
    writeFileSync(broken, JSON.stringify(template));
    const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(import.meta.dirname, script), broken], {
      encoding: 'utf8',
    });
    if (status === 1 && expected.test(stdout + stderr)) console.log(`${checker}: rejects its broken template`);
    else {
      console.error(`${checker}: must exit with 1 and report ${expected}, but exited with ${status}:\n${stdout}${stderr}`);
      process.exitCode = 1;
    }
  }
} finally {
  rmSync(folder, { recursive: true });
}
