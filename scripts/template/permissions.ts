import { roleOf } from '../infra/roles.ts';
import { at, type Fault, isRecord, list, objectsIn, ofType, type Rule, type Template, target, textsIn } from './template.ts';

// Where AWS has no finer form. What only looks at network interfaces knows no resource, and Lambda wants the rest for every id
// (https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html); an object's key is CloudFormation's to choose.
const anyResource = [
  { action: /^ec2:Describe(NetworkInterfaces|Subnets)$/, resource: /^\*$/ },
  { action: /^ec2:((Create|Delete)NetworkInterface|(Una|A)ssignPrivateIpAddresses)$/, resource: /^arn:[^*]+:ec2:[^*]+:\*\/\*$/ },
  { action: /^s3:PutObject$/, resource: /^arn:[^*]+:s3:::cloudformation-custom-resource-response-[^*]+\/\*$/ },
];

/** Refuses `*` in permissions, except where AWS has no finer form, and principals outside of the account. */
export const wildcards: Rule = (template) =>
  Object.entries(template.Resources).flatMap(([resource, { Type, Properties }]) =>
    [...objectsIn(Properties)]
      .filter((statement) => statement['Effect'] === 'Allow')
      .flatMap((statement) => [
        ...wildcardsOf(statement, Type === 'AWS::KMS::Key').map((message) => ({ code: 'wildcard', resource, message })),
        ...(isPublic(statement, Type) ? [{ code: 'public-policy', resource, message: 'allows anyone: name the principal' }] : []),
      ]),
  );

function wildcardsOf(statement: Readonly<Record<string, unknown>>, isKeyPolicy: boolean): readonly string[] {
  const negated = ['NotAction', 'NotResource', 'NotPrincipal'].filter((key) => key in statement);
  if (negated.length > 0) return [`allows all but what ${negated.join(', ')} says: name what is allowed`];
  const actions = list(statement['Action']).map(String);
  const broad = actions.filter((action) => action.includes('*'));
  const resources = [...textsIn(statement['Resource'])].map(([, text]) => text).filter((text) => text.includes('*'));
  const listed = (resource: string) =>
    isKeyPolicy || actions.every((action) => anyResource.some((each) => each.action.test(action) && each.resource.test(resource)));
  return [
    ...broad.map((action) => `allows ${action}: name the actions`),
    ...resources.filter((resource) => !listed(resource)).map((resource) => `allows ${actions.join(', ')} on ${resource}: name the ARN`),
  ];
}

function isPublic({ Principal, Condition }: Readonly<Record<string, unknown>>, type: string): boolean {
  const anyone = Principal === '*' || (isRecord(Principal) && Object.values(Principal).flatMap(list).includes('*'));
  // An endpoint says what goes through it, and who that is the callers' own roles say.
  return anyone && type !== 'AWS::EC2::VPCEndpoint' && Condition === undefined;
}

/** Every function has a role of its own, which allows what `custom.access` says of it and nothing else. */
export const roles: Rule = (template, functions) => {
  const shared = ofType(template, 'AWS::IAM::Role')
    .filter(([, properties]) => list(at(properties, 'ManagedPolicyArns')).length > 0)
    .map(([resource]) => ({ code: 'managed-policy', resource, message: 'has a policy of others, which may allow more tomorrow' }));
  return [...shared, ...functions.flatMap(({ name, id, access }) => roleFaults(template, { name, id, access, isRouted: false }))];
};

function roleFaults(template: Template, each: Parameters<typeof roleOf>[0]): readonly Fault[] {
  const { name, id } = each;
  const lambda = template.Resources[`${id}LambdaFunction`];
  const role = target(at(lambda?.Properties, 'Role'));
  if (role !== `${id}Role`) {
    const message = `has the role ${role ?? 'of nobody'}: give ${name} its own in serverless.yml, role: ${id}Role`;
    return [{ code: 'shared-role', resource: `${id}LambdaFunction`, message }];
  }
  const allowedBy = (properties: unknown) =>
    [...objectsIn(properties)].filter(({ Effect }) => Effect === 'Allow').flatMap(({ Action }) => list(Action).map(String));
  const expected = new Set(allowedBy(roleOf(each).Properties));
  return allowedBy(template.Resources[role]?.Properties)
    .filter((action) => !expected.has(action))
    .map((action) => ({ code: 'extra-action', resource: role, message: `allows ${action}, which custom.access does not give ${name}` }));
}

/** Only what is named may invoke a function: no permission without a source, no address of its own. */
export const invokers: Rule = (template) => [
  ...ofType(template, 'AWS::Lambda::Url').map(([resource]) => ({
    code: 'public-function',
    resource,
    message: 'gives a function an address past the API: take it away',
  })),
  ...ofType(template, 'AWS::Lambda::Permission')
    .filter(([, properties]) => !at(properties, 'SourceArn') && !at(properties, 'SourceAccount'))
    .map(([resource]) => ({
      code: 'public-function',
      resource,
      message: 'lets a service of any account invoke it: say SourceArn or SourceAccount',
    })),
];
