import { isDeepStrictEqual } from 'node:util';
import type { InfraFunction } from '../infra/service.ts';
import { at, type Fault, list, ofType, type Rule, target } from './template.ts';

/** Whom each group may be called by: functions -> proxy -> database <- migrate and the rotation. */
const callers: Readonly<Record<string, readonly string[]>> = {
  ProxySecurityGroup: ['ApiSecurityGroup'],
  DatabaseSecurityGroup: ['ProxySecurityGroup', 'MigrateSecurityGroup', 'RotationSecurityGroup'],
  ApiSecurityGroup: [],
  NoDatabaseSecurityGroup: [],
  MigrateSecurityGroup: [],
  RotationSecurityGroup: [],
};

/** Nothing gets in from an address, and out only to a group that is named. */
export const rules: Rule = (template) => [
  ...ofType(template, 'AWS::EC2::SecurityGroupIngress').flatMap(([id, rule]) => ingressFaults(id, target(at(rule, 'GroupId')), rule)),
  ...ofType(template, 'AWS::EC2::SecurityGroup').flatMap(([id, group]) => [
    ...list(at(group, 'SecurityGroupIngress')).flatMap((rule) => ingressFaults(id, id, rule)),
    ...(list(at(group, 'SecurityGroupEgress')).length === 0
      ? [{ code: 'open-egress', resource: id, message: 'says nothing of where it may call, and EC2 then allows everything' }]
      : list(at(group, 'SecurityGroupEgress')).flatMap((rule) => egressFaults(id, rule))),
  ]),
  ...ofType(template, 'AWS::EC2::SecurityGroupEgress').flatMap(([id, rule]) => egressFaults(id, rule)),
];

function ingressFaults(resource: string, group: string | undefined, rule: unknown): readonly Fault[] {
  if (at(rule, 'CidrIp') ?? at(rule, 'CidrIpv6') ?? at(rule, 'SourcePrefixListId'))
    return [{ code: 'open-ingress', resource, message: 'lets addresses in: name a security group' }];
  const source = target(at(rule, 'SourceSecurityGroupId'));
  const allowed = group === undefined ? undefined : callers[group];
  if (!allowed || (source !== undefined && allowed.includes(source))) return [];
  return [
    {
      code: 'open-ingress',
      resource,
      message: `lets ${source ?? 'somebody'} in to ${group}, where only ${allowed.join(', ') || 'nobody'} may`,
    },
  ];
}

function egressFaults(resource: string, rule: unknown): readonly Fault[] {
  const address = at(rule, 'CidrIp') ?? at(rule, 'CidrIpv6');
  // A rule that leads nowhere is how EC2 is told that nothing is allowed.
  if (address === undefined || address === '127.0.0.1/32') return [];
  return [{ code: 'open-egress', resource, message: `may call ${String(address)}: name a security group` }];
}

/** No way to the internet or from it. */
export const ways: Rule = (template) => [
  ...ofType(template, 'AWS::EC2::InternetGateway', 'AWS::EC2::NatGateway', 'AWS::EC2::EIP', 'AWS::EC2::Route').map(([resource]) => ({
    code: 'public-network',
    resource,
    message: 'leads to the internet: what the functions ask of AWS goes through endpoints',
  })),
  ...ofType(template, 'AWS::EC2::Subnet')
    .filter(([, subnet]) => at(subnet, 'MapPublicIpOnLaunch') !== false)
    .map(([resource]) => ({ code: 'public-network', resource, message: 'gives out public addresses: MapPublicIpOnLaunch: false' })),
];

/** Every function is in the VPC, in the group that fits what `custom.access` lets it do; so are the database and its proxy. */
export const places: Rule = (template, functions) => {
  const subnets = at(template.Resources['DatabaseProxy']?.Properties, 'VpcSubnetIds');
  const expected = (resource: string, groups: unknown, wanted: string, how: string): readonly Fault[] =>
    isDeepStrictEqual(list(groups).map(target), [wanted])
      ? []
      : [{ code: 'wrong-group', resource, message: `belongs in ${wanted} alone: ${how}` }];
  return [
    ...functions.flatMap((each) => {
      const resource = `${each.id}LambdaFunction`;
      const vpc = at(template.Resources[resource]?.Properties, 'VpcConfig');
      if (vpc === undefined || !isDeepStrictEqual(at(vpc, 'SubnetIds'), subnets))
        return [
          {
            code: 'outside-vpc',
            resource,
            message: 'is not in the subnets of the database’s proxy: leave vpc to serverless.yml’s provider',
          },
        ];
      const [group, how] = groupOf(each);
      return expected(resource, at(vpc, 'SecurityGroupIds'), group, how);
    }),
    ...expected(
      'DatabaseProxy',
      at(template.Resources['DatabaseProxy']?.Properties, 'VpcSecurityGroupIds'),
      'ProxySecurityGroup',
      'infra/proxy.yml',
    ),
    ...expected(
      'DatabaseCluster',
      at(template.Resources['DatabaseCluster']?.Properties, 'VpcSecurityGroupIds'),
      'DatabaseSecurityGroup',
      'infra/database.yml',
    ),
  ];
};

function groupOf({ access, name }: InfraFunction): readonly [group: string, how: string] {
  const own = (key: string) => `in serverless.yml, ${name}, vpc: \${self:custom.vpc.${key}}`;
  if (access.includes('migrations')) return ['MigrateSecurityGroup', own('migrate')];
  if (access.includes('rotation')) return ['RotationSecurityGroup', own('rotation')];
  if (access.length > 0) return ['ApiSecurityGroup', `no vpc of ${name}’s own in serverless.yml`];
  return ['NoDatabaseSecurityGroup', own('noDatabase')];
}
