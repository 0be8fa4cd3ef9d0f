// Checks the packaged template with CDK's own CloudFormation Validate and with cdk-nag's rules for AWS solutions.
// Usage: node check.mjs <template.json>. Exits with 1 for a finding that accepted.mjs does not accept, and for an entry of accepted.mjs without a finding.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { App, Stack, Validations } from 'aws-cdk-lib';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';
import { AwsSolutionsChecks } from 'cdk-nag';
import { accepted } from './accepted.mjs';

const [templateFile] = process.argv.slice(2);
if (templateFile === undefined) {
  console.error('Usage: node check.mjs <template.json>. Run `npm run package` first.');
  process.exit(2);
}
const outdir = mkdtempSync(path.join(tmpdir(), 'orders-template-'));
try {
  const app = new App({ outdir });
  const stack = new Stack(app, 'orders');
  const template = new CfnInclude(stack, 'Template', { templateFile });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  const { Resources: resources } = JSON.parse(readFileSync(templateFile, 'utf8'));
  for (const { ids, resource, reason } of accepted) {
    const names = Object.entries(resources).flatMap(([name, { Type }]) => (resource?.test(`${Type} ${name}`) ? [name] : []));
    const scopes = resource === undefined ? [stack] : names.map((name) => template.getResource(name));
    for (const scope of scopes) Validations.of(scope).acknowledge(...ids.map((id) => ({ id, reason })));
  }
  // Prints each finding that is not accepted, and throws if one is an error. Warnings are only in the report.
  app.synth();
  const { pluginReports } = JSON.parse(readFileSync(path.join(outdir, 'validation-report.json'), 'utf8'));
  const open = pluginReports.flatMap(({ violations }) => violations);
  const found = pluginReports.flatMap(({ suppressedViolations }) => suppressedViolations ?? []);
  const names = Object.entries(resources).map(([name, { Type }]) => `${Type} ${name}`);
  const isAbsent = ({ parameter, resource }) => parameter !== undefined && !names.some((name) => resource.test(name));
  const stale = accepted.filter((each) => !isAbsent(each) && !found.some((finding) => finding.reason === each.reason));
  for (const { ids, reason } of stale)
    console.error(`accepted.mjs accepts ${ids.join(', ')}, which no checker finds any more. Remove the entry with the reason: ${reason}`);
  if (open.length > 0 || stale.length > 0) process.exitCode = 1;
  else
    console.log(
      `${Object.keys(resources).length} resources, ${found.length} findings, each accepted for one of ${accepted.length} reasons`,
    );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(outdir, { recursive: true });
}
