import { isDeepStrictEqual } from 'node:util';
import type { InfraFunction } from '../infra/service.ts';
import { at, type Fault, list, ofType, type Rule, target, unless } from './template.ts';

/** For each security group, the groups from which it accepts connections: functions -> proxy -> database <- migrate and the rotation. */
const callers: Readonly<Record<string, readonly string[]>> = {
  ProxySecurityGroup: ['ApiSecurityGroup'],
  DatabaseSecurityGroup: ['ProxySecurityGroup', 'MigrateSecurityGroup', 'RotationSecurityGroup'],
  ApiSecurityGroup: [],
  NoDatabaseSecurityGroup: [],
  MigrateSecurityGroup: [],
  RotationSecurityGroup: [],
};

/** A security group must accept connections only from the groups in `callers`. No rule may allow connections from or to IP addresses. */
export const securityGroupRules: Rule = (template) => [
  ...ofType(template, 'AWS::EC2::SecurityGroupIngress').flatMap(([id, rule]) => ingressFaults(id, target(at(rule, 'GroupId')), rule)),
  ...ofType(template, 'AWS::EC2::SecurityGroup').flatMap(([id, group]) => [
    ...list(at(group, 'SecurityGroupIngress')).flatMap((rule) => ingressFaults(id, id, rule)),
    ...(list(at(group, 'SecurityGroupEgress')).length === 0
      ? [{ code: 'open-egress', resource: id, message: 'has no egress rule, so EC2 allows all egress: add a rule' }]
      : list(at(group, 'SecurityGroupEgress')).flatMap((rule) => egressFaults(id, rule))),
  ]),
  ...ofType(template, 'AWS::EC2::SecurityGroupEgress').flatMap(([id, rule]) => egressFaults(id, rule)),
];

function ingressFaults(resource: string, group: string | undefined, rule: unknown): readonly Fault[] {
  if (at(rule, 'CidrIp') ?? at(rule, 'CidrIpv6') ?? at(rule, 'SourcePrefixListId'))
    return [{ code: 'open-ingress', resource, message: 'accepts connections from IP addresses: name a security group' }];
  const source = target(at(rule, 'SourceSecurityGroupId')) ?? 'an unknown source';
  const allowed = callers[group ?? ''] ?? [source];
  const message = `allows ${source} to connect to ${group}, which accepts only ${allowed.join(', ') || 'no group'}`;
  return unless(allowed.includes(source), 'open-ingress', resource, message);
}

function egressFaults(resource: string, rule: unknown): readonly Fault[] {
  const address = at(rule, 'CidrIp') ?? at(rule, 'CidrIpv6');
  // A group whose only rule is 127.0.0.1/32 can connect to no other host. A group without egress rules could connect to every host.
  if (address === undefined || address === '127.0.0.1/32') return [];
  return [{ code: 'open-egress', resource, message: `allows connections to ${String(address)}: name a security group` }];
}

/** The network must have no connection to or from the internet. */
export const noInternetAccess: Rule = (template) => [
  ...ofType(template, 'AWS::EC2::InternetGateway', 'AWS::EC2::NatGateway', 'AWS::EC2::EIP', 'AWS::EC2::Route').map(([resource]) => ({
    code: 'public-network',
    resource,
    message: 'leads to the internet: remove it; the functions call AWS through VPC endpoints',
  })),
  ...ofType(template, 'AWS::EC2::Subnet')
    .filter(([, subnet]) => at(subnet, 'MapPublicIpOnLaunch') !== false)
    .map(([resource]) => ({ code: 'public-network', resource, message: 'assigns public addresses: set MapPublicIpOnLaunch: false' })),
];

/** Every function must be in the VPC, in the security group for its `custom.access`. The database and its proxy must be in their groups. */
export const networkPlacement: Rule = (template, functions) => {
  const subnets = at(template.Resources['DatabaseProxy']?.Properties, 'VpcSubnetIds');
  const expected = (resource: string, groups: unknown, wanted: string, how: string): readonly Fault[] =>
    unless(isDeepStrictEqual(list(groups).map(target), [wanted]), 'wrong-group', resource, `must be only in ${wanted}: ${how}`);
  const propertiesOf = (resource: string) => template.Resources[resource]?.Properties;
  return [
    ...functions.flatMap((each) => {
      const resource = `${each.id}LambdaFunction`;
      const vpc = at(propertiesOf(resource), 'VpcConfig');
      const message = 'is not in the subnets of the database’s proxy: use provider.vpc of serverless.yml';
      if (vpc === undefined || !isDeepStrictEqual(at(vpc, 'SubnetIds'), subnets)) return [{ code: 'outside-vpc', resource, message }];
      const [group, how] = groupOf(each);
      return expected(resource, at(vpc, 'SecurityGroupIds'), group, how);
    }),
    ...expected('DatabaseProxy', at(propertiesOf('DatabaseProxy'), 'VpcSecurityGroupIds'), 'ProxySecurityGroup', 'infra/proxy.yml'),
    ...ofType(template, 'AWS::RDS::DBProxyEndpoint').flatMap(([id, endpoint]) =>
      expected(id, at(endpoint, 'VpcSecurityGroupIds'), 'ProxySecurityGroup', 'scripts/infra/readers.ts'),
    ),
    ...expected(
      'DatabaseCluster',
      at(propertiesOf('DatabaseCluster'), 'VpcSecurityGroupIds'),
      'DatabaseSecurityGroup',
      'infra/database.yml',
    ),
  ];
};

function groupOf({ access, name }: InfraFunction): readonly [group: string, how: string] {
  const own = (key: string) => `in serverless.yml, ${name}, vpc: \${self:custom.vpc.${key}}`;
  if (access.includes('migrations')) return ['MigrateSecurityGroup', own('migrate')];
  if (access.includes('rotation')) return ['RotationSecurityGroup', own('rotation')];
  if (access.length > 0) return ['ApiSecurityGroup', `remove vpc from ${name} in serverless.yml`];
  return ['NoDatabaseSecurityGroup', own('noDatabase')];
}
