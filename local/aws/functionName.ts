import { deployedName, localAccount } from '../account.ts';
import { AwsError } from './awsEndpoint.ts';

/** The functions of a local Lambda, with their service and region. */
export interface LocalFunctions {
  readonly service: string;
  readonly region: string;
  /** The functions' keys in serverless.yml. */
  readonly names: readonly string[];
}

interface NamedFunction {
  /** The key in serverless.yml. */
  readonly name: string;
  /** The version or alias that the caller asked for. */
  readonly qualifier: string | undefined;
  readonly version: string;
}

// Lambda's own pattern and lengths: https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
const pattern =
  '(arn:(aws[a-zA-Z-]*)?:lambda:)?([a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_\\.]+)(:(\\$LATEST|[a-zA-Z0-9-_]+))?';
const parts = new RegExp(
  '^(?:arn:(?:aws[a-zA-Z-]*)?:lambda:)?(?:(?<region>[a-z]{2}(?:-gov|-iso[a-z]?)?-[a-z]+-\\d):)?(?:(?<account>\\d{12}):)?' +
    '(?:function:)?(?<deployed>[a-zA-Z0-9-_.]+)(?::(?<qualifier>\\$LATEST|[a-zA-Z0-9-_]+))?$',
);
const longestName = 170;
const qualifierPattern = /^[a-zA-Z0-9$_-]{1,128}$/;

/** The alias that a gradual release shifts (docs/deploy.md). */
const alias = 'live';
/** The version that each qualifier selects. The code on this machine is version 1, as on a stage after its first gradual release. */
const versions = new Map([
  ['$LATEST', '$LATEST'],
  ['1', '1'],
  [alias, '1'],
]);

/**
 * Finds a function by name, partial ARN or ARN. Each form may end with a version or alias. A caller may also pass the version or alias separately,
 * as `asked`. A name is the function's key in serverless.yml or its deployed name. Throws Lambda's error for a text that names no function.
 */
export function namedFunction(text: string, asked: string | undefined, { service, region, names }: LocalFunctions): NamedFunction {
  const match = parts.exec(text)?.groups;
  if (match === undefined) throw invalid(text, 'functionName', `Member must satisfy regular expression pattern: ${pattern}`);
  if (text.length > longestName) throw invalid(text, 'functionName', `Member must have length less than or equal to ${longestName}`);
  if (asked !== undefined && !qualifierPattern.test(asked))
    throw invalid(asked, 'qualifier', 'Member must satisfy regular expression pattern: (|[a-zA-Z0-9$_-]+)');
  const { deployed = '', account = localAccount, region: elsewhere = region } = match;
  if (elsewhere !== region) throw missing(`Functions from '${elsewhere}' are not reachable in this region ('${region}')`);
  if (asked !== undefined && match['qualifier'] !== undefined && asked !== match['qualifier']) {
    const why = 'The derived qualifier from the function name does not match the specified qualifier.';
    throw new AwsError(400, 'InvalidParameterValueException', why);
  }
  const qualifier = asked ?? match['qualifier'];
  const arn = [`arn:aws:lambda:${region}:${account}:function:${deployed}`, ...(qualifier === undefined ? [] : [qualifier])].join(':');
  if (account !== localAccount)
    throw new AwsError(
      403,
      'AccessDeniedException',
      `User: arn:aws:iam::${localAccount}:user/local is not authorized to perform: lambda:InvokeFunction on resource: ${arn} because no resource-based policy allows the lambda:InvokeFunction action`,
    );
  const name = names.find((key) => deployed === key || deployed === deployedName(service, key));
  const version = versions.get(qualifier ?? '$LATEST');
  if (name === undefined || version === undefined) throw missing(`Function not found: ${arn}`);
  return { name, qualifier, version };
}

function invalid(value: string, member: string, constraint: string): AwsError {
  const message = `1 validation error detected: Value '${value}' at '${member}' failed to satisfy constraint: ${constraint}`;
  return new AwsError(400, 'ValidationException', message);
}

function missing(message: string): AwsError {
  return new AwsError(404, 'ResourceNotFoundException', message);
}
