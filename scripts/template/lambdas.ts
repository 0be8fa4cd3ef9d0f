import { at, type Fault, isRecord, ofType, type Rule, textsIn, unless } from './template.ts';

// Patterns of secret values: addresses with a password, keys, tokens.
const valueOfSecret = [
  /[a-z][a-z+]*:\/\/[^\s/:@]+:[^\s/@]+@/,
  /\b(AKIA|ASIA)[0-9A-Z]{16}\b/,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\beyJ[\w-]{10,}\.[\w-]{10,}\./,
  /\{\{resolve:(secretsmanager|ssm-secure):/,
];
// Names of variables that contain a secret. The ARN of a secret is not a secret.
const nameOfSecret = /PASS(WORD|WD)?|SECRET|TOKEN|CREDENTIAL|(API|PRIVATE|ACCESS)_?KEY|DATABASE_URL/i;
const turnsOffTls = /^NODE_TLS_REJECT_UNAUTHORIZED$/;

/** Each function must have a concurrency cap and the same architecture as the others. Its variables must not contain a secret or disable TLS. */
export const lambdas: Rule = (template) => {
  const functions = ofType(template, 'AWS::Lambda::Function');
  const migrate = functions.find(([resource]) => resource === 'MigrateLambdaFunction')?.[1];
  const architecture = JSON.stringify(at(migrate, 'Architectures'));
  return functions.flatMap(([resource, lambda]) => {
    const isCapped = Number(at(lambda, 'ReservedConcurrentExecutions')) >= 1;
    const isCommon = ['["arm64"]', '["x86_64"]'].includes(architecture) && JSON.stringify(at(lambda, 'Architectures')) === architecture;
    const environment = at(lambda, 'Environment', 'Variables');
    return [
      ...unless(isCapped, 'uncapped', resource, 'could use the account’s whole concurrency: set reservedConcurrency in serverless.yml'),
      ...unless(isCommon, 'architecture', resource, 'must have the architecture of the other functions: set the parameter `architecture`'),
      ...Object.entries(isRecord(environment) ? environment : {}).flatMap(([name, value]) => variableFaults(resource, name, value)),
    ];
  });
};

function variableFaults(resource: string, name: string, value: unknown): readonly Fault[] {
  const isArn = name.endsWith('_ARN') && (isRecord(value) || /^arn:/.test(String(value)));
  if (turnsOffTls.test(name) || /sslmode=(disable|allow|prefer)|rejectUnauthorized/.test(String(value)))
    return [{ code: 'no-tls', resource, message: `${name} disables the verification of TLS: remove it` }];
  return nameOfSecret.test(name) && !isArn
    ? [{ code: 'secret', resource, message: `${name} has the name of a secret: store the value in Secrets Manager and pass its ARN` }]
    : [];
}

/** The template must not contain the value of a secret, and CloudFormation must not insert one. */
export const secretValues: Rule = (template) =>
  Object.entries(template.Resources).flatMap(([resource, { Properties }]) =>
    [...textsIn(Properties)]
      .filter(([key, text]) => valueOfSecret.some((form) => form.test(text)) || /^(MasterUser)?Password$/.test(key))
      .map(([key]) => ({ code: 'secret', resource, message: `${key} contains the value of a secret: pass the ARN` })),
  );

/** Whether a text contains the pattern of a secret value. */
export function holdsSecret(text: string): boolean {
  return valueOfSecret.some((form) => form.test(text));
}
