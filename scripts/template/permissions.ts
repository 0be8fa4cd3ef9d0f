import { roleOf, withTracing } from '../infra/roles.ts';
import { at, type Fault, isRecord, list, objectsIn, ofType, type Rule, type Template, target, textsIn } from './template.ts';

// Permissions with `*` that no narrower resource can replace.
const anyResource = [
  // X-Ray's actions support no narrower resource. AWS's own policy for CodeDeploy also allows DescribeAlarms for every alarm.
  { action: /^(cloudwatch:DescribeAlarms|xray:Put(TraceSegments|TelemetryRecords))$/, resource: /^\*$/ },
  { action: /^ec2:Describe(NetworkInterfaces|Subnets)$/, resource: /^\*$/ },
  // Lambda requires these actions for all resource IDs: https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html
  { action: /^ec2:((Create|Delete)NetworkInterface|(Una|A)ssignPrivateIpAddresses)$/, resource: /^arn:[^*]+:ec2:[^*]+:\*\/\*$/ },
  // CloudFormation chooses the key of the object.
  { action: /^s3:PutObject$/, resource: /^arn:[^*]+:s3:::cloudformation-custom-resource-response-[^*]+\/\*$/ },
];

/** Permissions must not contain `*`, unless AWS supports no narrower form. No policy may allow every principal without a condition. */
export const wildcards: Rule = (template) =>
  Object.entries(template.Resources).flatMap(([resource, { Type, Properties }]) =>
    [...objectsIn(Properties)]
      .filter((statement) => statement['Effect'] === 'Allow')
      .flatMap((statement) => [
        ...wildcardsOf(statement, Type === 'AWS::KMS::Key').map((message) => ({ code: 'wildcard', resource, message })),
        ...(isPublic(statement, Type) ? [{ code: 'public-policy', resource, message: 'allows every principal: name the principal' }] : []),
      ]),
  );

function wildcardsOf(statement: Readonly<Record<string, unknown>>, isKeyPolicy: boolean): readonly string[] {
  const negated = ['NotAction', 'NotResource', 'NotPrincipal'].filter((key) => key in statement);
  if (negated.length > 0) return [`uses ${negated.join(', ')}, which allows everything else: list what is allowed`];
  const actions = list(statement['Action']).map(String);
  const broad = actions.filter((action) => action.includes('*'));
  const resources = [...textsIn(statement['Resource'])].map(([, text]) => text).filter((text) => text.includes('*'));
  const listed = (resource: string) =>
    isKeyPolicy || actions.every((action) => anyResource.some((each) => each.action.test(action) && each.resource.test(resource)));
  return [
    ...broad.map((action) => `allows ${action}: list the actions`),
    ...resources.filter((resource) => !listed(resource)).map((resource) => `allows ${actions.join(', ')} on ${resource}: name the ARN`),
  ];
}

function isPublic({ Principal, Condition }: Readonly<Record<string, unknown>>, type: string): boolean {
  const anyone = Principal === '*' || (isRecord(Principal) && Object.values(Principal).flatMap(list).includes('*'));
  // The policy of a VPC endpoint may allow every principal, because the callers' roles restrict the callers.
  return anyone && type !== 'AWS::EC2::VPCEndpoint' && Condition === undefined;
}

/** Every function must have its own role. The role must have no managed policy, and only the actions that `custom.access` grants. */
export const roles: Rule = (template, functions) => {
  const shared = ofType(template, 'AWS::IAM::Role')
    .filter(([, properties]) => list(at(properties, 'ManagedPolicyArns')).length > 0)
    .map(([resource]) => ({
      code: 'managed-policy',
      resource,
      message: 'has a managed policy, whose owner may extend it: list the permissions instead',
    }));
  return [...shared, ...functions.flatMap(({ name, id, access }) => roleFaults(template, { name, id, access, isRouted: false }))];
};

function roleFaults(template: Template, each: Parameters<typeof roleOf>[0]): readonly Fault[] {
  const { name, id } = each;
  const lambda = template.Resources[`${id}LambdaFunction`];
  const role = target(at(lambda?.Properties, 'Role'));
  if (role !== `${id}Role`) {
    const message = `has ${role === undefined ? 'no role' : `the role ${role}`}: set role: ${id}Role for ${name} in serverless.yml`;
    return [{ code: 'shared-role', resource: `${id}LambdaFunction`, message }];
  }
  const allowedBy = (properties: unknown) =>
    [...objectsIn(properties)].filter(({ Effect }) => Effect === 'Allow').flatMap(({ Action }) => list(Action).map(String));
  const isTraced = at(lambda?.Properties, 'TracingConfig', 'Mode') === 'Active';
  const expected = new Set(allowedBy((isTraced ? withTracing(roleOf(each)) : roleOf(each)).Properties));
  return allowedBy(template.Resources[role]?.Properties)
    .filter((action) => !expected.has(action))
    .map((action) => ({
      code: 'extra-action',
      resource: role,
      message: `allows ${action}, which custom.access does not grant to ${name}`,
    }));
}

/** Only named sources may invoke a function: every permission has a source, and no function has a URL. */
export const invokers: Rule = (template) => [
  ...ofType(template, 'AWS::Lambda::Url').map(([resource]) => ({
    code: 'public-function',
    resource,
    message: 'gives a function a URL that bypasses the API: remove it',
  })),
  ...ofType(template, 'AWS::Lambda::Permission')
    .filter(([, properties]) => !at(properties, 'SourceArn') && !at(properties, 'SourceAccount'))
    .map(([resource]) => ({
      code: 'public-function',
      resource,
      message: 'allows any account to invoke the function: set SourceArn or SourceAccount',
    })),
];
