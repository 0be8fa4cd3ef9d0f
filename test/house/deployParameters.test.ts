import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { stageParameters } from '../../scripts/deploy/parameters.ts';

const project = readFileSync('serverless.yml', 'utf8');
const own = ['jwtIssuer=https://login.acme.io/', 'alarmEmail=oncall@acme.io'];
const refused = (...given: string[]) => {
  try {
    stageParameters(project, 'production', [...own, ...given]);
    return 'taken';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

it('a stage’s values override the defaults, and the command line overrides both', () => {
  expect(stageParameters(project, 'dev', own)).toMatchObject({ maxCapacity: 4, standby: 'false', jwtIssuer: 'https://login.acme.io/' });
  expect(stageParameters(project, 'production', [...own, 'maxCapacity=32'])).toMatchObject({ maxCapacity: '32', standby: 'true' });
});

it('knows every parameter in serverless.yml and infra/', () => {
  const texts = [
    project,
    ...['alarms', 'api', 'database', 'proxy', 'securityGroups', 'network/made', 'network/given'].map((name) =>
      readFileSync(`infra/${name}.yml`, 'utf8'),
    ),
  ];
  const asked = new Set(texts.flatMap((text) => Array.from(text.matchAll(/\$\{param:(\w+)\}/g), ([, name]) => name ?? '')));
  for (const name of asked) expect(refused(`${name}=`), name).not.toContain('unknown parameter');
});

it('lists all remaining placeholders, each with an example', () => {
  expect(() => stageParameters(project, 'production', [])).toThrow(
    /- jwtIssuer: missing: .*Example: --param jwtIssuer=https:\/\/login\.acme\.io\/\n- alarmEmail: missing: .*Example: --param alarmEmail=oncall@acme\.io$/,
  );
});

it('requires the IDs of a given network, and lists the missing ones', () => {
  expect(refused('network=given')).toMatch(/- vpcId: missing .*vpc-\w+\n- subnetIds: missing .*\n- endpointSecurityGroupId: missing/);
  expect(refused('network=given', 'vpcId=vpc-1', 'subnetIds=subnet-1,subnet-2', 'endpointSecurityGroupId=sg-1')).toBe('taken');
});

it.each([
  ['jwtIssuer=http://login.acme.io/', /jwtIssuer: must be a URL with https/],
  ['jwtIssuer=https://issuer.example.com', /jwtIssuer: missing: the value is a placeholder/],
  ['scopePrefix=orders-api/', /taken/],
  ['scopePrefix=orders api/', /scopePrefix: must have at most 200 characters, all valid in a scope/],
  ['alarmEmail=nobody', /alarmEmail: must be an e-mail address/],
  ['subnetIds=subnet-1', /taken/],
  ['vpcCidr=10.0.0.0/24', /vpcCidr: must be a block of \/16 to \/19/],
  ['minCapacity=64', /minCapacity is larger than maxCapacity/],
  ['minCapacity=0.7', /minCapacity: .*multiple of 0\.5/],
  ['standby=yes', /standby: /],
  ['readers=14', /taken/],
  ['readers=15', /readers: a standby is one of the 15 readers of a cluster/],
  ['readers=16', /readers: must be a whole number from 0 to 15/],
  ['readers=-1', /readers: must be a whole number/],
  ['readers=1.5', /readers: must be a whole number/],
  ['readers=01', /readers: must be a whole number/],
  ['backupDays=1', /backupDays: /],
  ['canary=Linear10PercentEvery1Minute', /taken/],
  ['canary=Canary10Percent15Minutes', /taken/],
  ['canary=AllAtOnce', /taken/],
  ['canary=Linear10PercentEvery10Minutes', /canary: /],
  ['canary=Canary50Percent5Minutes', /canary: .*Example: --param canary=Canary10Percent5Minutes/],
  ['tracing=yes', /tracing: /],
  ['throttleRate=none', /throttleRate: /],
  ['network=mine', /network: /],
  ['jwtIsuer=https://login.acme.io/', /--param jwtIsuer=.*: unknown parameter\. The parameters are jwtIssuer, /],
  ['corsOrigins=https://shop.acme.io', /set a list in serverless\.yml, params\.production\.corsOrigins/],
  ['noValue', /unknown parameter/],
])('the parameter %s results in %s', (given, answer) => {
  expect(refused(given)).toMatch(answer);
});
