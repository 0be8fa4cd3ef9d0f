import { at, type Fault, isRecord, ofType, type Rule, textsIn } from './template.ts';

// What a password, a token, a key or an address with a password looks like, wherever it stands.
const valueOfSecret = [
  /[a-z][a-z+]*:\/\/[^\s/:@]+:[^\s/@]+@/,
  /\b(AKIA|ASIA)[0-9A-Z]{16}\b/,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\beyJ[\w-]{10,}\.[\w-]{10,}\./,
  /\{\{resolve:(secretsmanager|ssm-secure):/,
];
// A variable whose name says so holds one, whatever it looks like; the ARN of a secret is none.
const nameOfSecret = /PASS(WORD|WD)?|SECRET|TOKEN|CREDENTIAL|(API|PRIVATE|ACCESS)_?KEY|DATABASE_URL/i;
const turnsOffTls = /^NODE_TLS_REJECT_UNAUTHORIZED$/;

/** Each function: capped, on the architecture of the others, and with no secret and nothing that turns TLS off in its environment. */
export const lambdas: Rule = (template) => {
  const functions = ofType(template, 'AWS::Lambda::Function');
  const migrate = functions.find(([resource]) => resource === 'MigrateLambdaFunction')?.[1];
  const architecture = JSON.stringify(at(migrate, 'Architectures'));
  return functions.flatMap(([resource, lambda]) => {
    const reserved = at(lambda, 'ReservedConcurrentExecutions');
    const environment = at(lambda, 'Environment', 'Variables');
    return [
      ...(Number(reserved) >= 1
        ? []
        : [
            {
              code: 'uncapped',
              resource,
              message: 'would be started up to the account’s limit: give it reservedConcurrency in serverless.yml',
            },
          ]),
      ...(['["arm64"]', '["x86_64"]'].includes(architecture) && JSON.stringify(at(lambda, 'Architectures')) === architecture
        ? []
        : [{ code: 'architecture', resource, message: 'runs on one architecture with the others: the parameter `architecture`' }]),
      ...Object.entries(isRecord(environment) ? environment : {}).flatMap(([name, value]) => variableFaults(resource, name, value)),
    ];
  });
};

function variableFaults(resource: string, name: string, value: unknown): readonly Fault[] {
  const isArn = name.endsWith('_ARN') && (isRecord(value) || /^arn:/.test(String(value)));
  if (turnsOffTls.test(name) || /sslmode=(disable|allow|prefer)|rejectUnauthorized/.test(String(value)))
    return [{ code: 'no-tls', resource, message: `${name} turns the verification of TLS off` }];
  return nameOfSecret.test(name) && !isArn
    ? [{ code: 'secret', resource, message: `${name} is a secret by its name: pass the ARN of one of Secrets Manager` }]
    : [];
}

/** No value of a secret stands anywhere in the template, and none is put into it by CloudFormation. */
export const secretValues: Rule = (template) =>
  Object.entries(template.Resources).flatMap(([resource, { Properties }]) =>
    [...textsIn(Properties)]
      .filter(([key, text]) => valueOfSecret.some((form) => form.test(text)) || /^(MasterUser)?Password$/.test(key))
      .map(([key]) => ({ code: 'secret', resource, message: `the value of a secret stands at ${key}: pass the ARN` })),
  );

/** Whether a text holds what looks like the value of a secret. */
export function holdsSecret(text: string): boolean {
  return valueOfSecret.some((form) => form.test(text));
}
