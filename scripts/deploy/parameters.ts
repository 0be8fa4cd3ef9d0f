import { parse } from 'yaml';
import { z } from 'zod';
import { Failure } from '../../local/failure.ts';
import { mostReaders } from '../infra/readers.ts';

/** The values of a stage's parameters, by name: a text, a number, or a list. */
export type Parameters = Readonly<Record<string, unknown>>;

interface Parameter {
  readonly meaning: string;
  readonly example: string;
  readonly check: z.ZodType;
  /** Required only with this value of the parameter `network`. */
  readonly network?: 'made' | 'given';
  /** The parameter may be missing. */
  readonly isOptional?: true;
}

// The reserved example domains (RFC 2606), which serverless.yml contains as placeholders.
const placeholder = /\bexample\.(com|org|net)\b|\.example\b/;
const own = (check: z.ZodString) => check.refine((text) => !placeholder.test(text), 'missing: the value is a placeholder');
const number = z.coerce.number();
const capacity = number.min(0.5).max(256).multipleOf(0.5);

// https://docs.aws.amazon.com/codedeploy/latest/userguide/deployment-configurations.html. Only configurations that shift traffic for up to 30 minutes are
// accepted, because deployStage.yml stops a deploy after an hour, and a migration may take 15 minutes of that hour.
const canaryOf = (minutes: string) => `Canary10Percent${minutes}Minutes`;
const linearOf = (minutes: string) => `Linear10PercentEvery${minutes}Minute${minutes === '1' ? '' : 's'}`;

/** Every parameter of serverless.yml. */
const parameters: Readonly<Record<string, Parameter>> = {
  jwtIssuer: {
    meaning: 'the issuer of the tokens that the API accepts, exactly as in their claim iss',
    example: 'https://login.acme.io/',
    check: own(z.string()).refine((text) => URL.parse(text)?.protocol === 'https:', 'must be a URL with https'),
  },
  jwtAudience: { meaning: 'the audience that a token must have', example: 'orders-api', check: z.string().min(1) },
  scopePrefix: {
    meaning: 'the prefix that the issuer puts before every scope',
    example: 'orders-api/',
    check: z.string().regex(/^[\x21\x23-\x5A\x5E-\x7E]{0,200}$/, 'must have at most 200 characters, all valid in a scope'),
  },
  maxPendingOrders: {
    meaning: 'how many pending orders a customer may have; 0 for no limit',
    example: '5',
    check: number.int().min(0).max(1_000_000),
  },
  unpaidOrderMinutes: {
    meaning: 'how many minutes a pending order may stay unpaid; 0 for no limit',
    example: '60',
    check: number.int().min(0).max(1_000_000),
  },
  alarmEmail: {
    meaning: 'the address that receives alarms',
    example: 'oncall@acme.io',
    check: own(z.string()).refine((text) => /^\S+@\S+$/.test(text), 'must be an e-mail address'),
  },
  eventBusName: {
    meaning: 'the EventBridge bus for order events',
    example: 'default',
    check: z.string().regex(/^[\w./-]{1,256}$/),
  },
  eventRetentionDays: {
    meaning: 'how many days events are kept after their publication',
    example: '400',
    check: number.int().min(1).max(36_500),
  },
  eventDelaySeconds: {
    meaning: 'how many seconds pass between two polls for events; below 60, publishEvents runs for up to 59 s of each minute',
    example: '60',
    check: number.int().min(1).max(60),
  },
  corsOrigins: {
    meaning: 'the origins of web pages that may call the API, as a list in serverless.yml',
    example: '[https://shop.acme.io]',
    check: z.array(z.string().regex(/^(\*|https?:\/\/[^/\s]+)$/, 'must be an origin: scheme, host and port, without a path')).min(1),
    isOptional: true,
  },
  architecture: { meaning: 'the processor architecture of the functions', example: 'x86_64', check: z.enum(['arm64', 'x86_64']) },
  network: { meaning: 'made: creates a VPC. given: uses an existing VPC', example: 'made', check: z.enum(['made', 'given']) },
  vpcCidr: {
    meaning: 'the address block of the created VPC',
    example: '10.20.0.0/19',
    check: z.string().regex(/^\d{1,3}(\.\d{1,3}){3}\/1[6-9]$/, 'must be a block of /16 to /19, to contain two subnets of /20'),
    network: 'made',
  },
  vpcId: { meaning: 'the VPC', example: 'vpc-0a1b2c3d4e5f60718', check: z.string().regex(/^vpc-[0-9a-f]+$/), network: 'given' },
  subnetIds: {
    meaning: 'private subnets of the VPC, in two or more zones',
    example: 'subnet-0a1b2c3d,subnet-4e5f6071',
    check: z.string().regex(/^subnet-[0-9a-f]+(,subnet-[0-9a-f]+)+$/, 'must be two or more, separated by commas without spaces'),
    network: 'given',
  },
  endpointSecurityGroupId: {
    meaning: 'the security group of the VPC endpoints for secretsmanager and events',
    example: 'sg-0a1b2c3d4e5f60718',
    check: z.string().regex(/^sg-[0-9a-f]+$/),
    network: 'given',
  },
  s3PrefixList: {
    meaning: 'the ID of S3’s prefix list in the region; npm run deploy looks it up and replaces a wrong value',
    example: 'pl-0a1b2c3d',
    check: z.string().regex(/^pl-[0-9a-f]+$/),
  },
  minCapacity: { meaning: 'the database’s minimum capacity, in ACU', example: '0.5', check: capacity },
  maxCapacity: { meaning: 'the database’s maximum capacity, in ACU', example: '8', check: capacity },
  engineVersion: { meaning: 'the version of Aurora PostgreSQL', example: "'17.5'", check: z.coerce.string().regex(/^17\.\d+$/) },
  standby: { meaning: 'whether a standby instance runs in another zone', example: "'true'", check: z.enum(['true', 'false']) },
  readers: {
    meaning: 'how many instances serve only reads, in addition to a standby',
    example: '1',
    // Accepts only plain digits, because the value is the name of an entry in dist/readers.json.
    check: z.coerce.string().regex(/^(\d|1[0-5])$/, 'must be a whole number from 0 to 15'),
  },
  databaseInsights: {
    meaning: 'the mode of CloudWatch Database Insights',
    example: 'advanced',
    check: z.enum(['standard', 'advanced']),
  },
  flowLogs: {
    meaning: 'whether the created VPC logs its connections',
    example: "'true'",
    check: z.enum(['true', 'false']),
    network: 'made',
  },
  deletionProtection: {
    meaning: 'whether the database is protected against deletion; npm run deploy turns it off by itself during a first deploy',
    example: "'true'",
    check: z.literal('true'),
  },
  backupDays: { meaning: 'how many days backups are kept', example: '14', check: number.int().min(7).max(35) },
  throttleRate: { meaning: 'the maximum of requests per second on a route', example: '100', check: number.positive() },
  throttleBurst: { meaning: 'the maximum of requests in a burst on a route', example: '200', check: number.int().positive() },
  tracing: { meaning: 'whether X-Ray traces the functions', example: "'true'", check: z.enum(['true', 'false']) },
  canary: {
    meaning:
      'how traffic shifts to a new release: off, or the name of a CodeDeploy configuration without the prefix CodeDeployDefault.Lambda',
    example: 'Canary10Percent5Minutes',
    check: z.enum(['off', 'AllAtOnce', ...['5', '10', '15', '30'].map(canaryOf), ...['1', '2', '3'].map(linearOf)]),
  },
};

const values = z.record(z.string(), z.unknown());
const service = z.object({ params: z.record(z.string(), values.nullable()) });

/**
 * Returns the parameters of a stage. The stage's values override the defaults of serverless.yml. `given`, from the command line, overrides both.
 * Throws a Failure with an example for each parameter that is missing, invalid or still a placeholder.
 */
export function stageParameters(text: string, stage: string, given: readonly string[]): Parameters {
  const { params } = service.parse(parse(text, { logLevel: 'silent' }));
  const flags = given.map((flag) => {
    const [, name = '', value = ''] = /^(\w+)=(.*)$/s.exec(flag) ?? [];
    if (!parameters[name])
      throw new Failure(`--param ${flag}: unknown parameter. The parameters are ${Object.keys(parameters).join(', ')}`);
    if (name === 'corsOrigins') throw new Failure(`--param ${flag}: set a list in serverless.yml, params.${stage}.corsOrigins`);
    return [name, value] as const;
  });
  const all: Parameters = { ...params['default'], ...params[stage], ...Object.fromEntries(flags) };
  const network = all['network'];
  const faults = Object.entries(parameters)
    .filter(([name, one]) => (one.network === undefined || one.network === network) && !(one.isOptional && all[name] === undefined))
    .flatMap(([name, { meaning, example, check }]) => {
      const result = all[name] === undefined ? undefined : check.safeParse(all[name]);
      if (result?.success) return [];
      const why = result ? (result.error.issues[0]?.message ?? 'invalid') : 'missing';
      return [`${name}: ${why} (${meaning}). Example: ${name === 'corsOrigins' ? `${name}: ${example}` : `--param ${name}=${example}`}`];
    });
  if (Number(all['minCapacity']) > Number(all['maxCapacity'])) faults.push('minCapacity is larger than maxCapacity');
  if (all['standby'] === 'true' && Number(all['readers']) === mostReaders)
    faults.push(`readers: a standby is one of the ${mostReaders} readers of a cluster, so there may be at most ${mostReaders - 1} more`);
  if (faults.length > 0)
    throw new Failure(
      `The parameters of the stage ${stage} are invalid; pass them as in the examples, or set them in serverless.yml under params.${stage}:\n${faults.map((fault) => `- ${fault}`).join('\n')}`,
    );
  return all;
}
