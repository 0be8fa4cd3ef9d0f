import { Failure } from '../../local/failure.ts';
import { awsClientOptions, withAwsClient } from '../awsClient.ts';
import type { Parameters } from './parameters.ts';

// Zones without RDS Proxy. A zone ID means the same zone in every account. Source: "Quotas and limitations for RDS Proxy",
// https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-proxy.html#rds-proxy.limitations
const withoutProxy = new Set(['use1-az3', 'usw1-az2']);

interface Subnet {
  readonly name: string;
  readonly zone: string;
  readonly vpc?: string | undefined;
}

/**
 * Checks that the network has two or more zones, all with RDS Proxy. Checks that the subnets of an existing network belong to its VPC. Returns a line of
 * output. Throws a Failure with the remedy, or with AWS's error.
 */
export async function checkZones(parameters: Parameters, region: string, options = awsClientOptions()): Promise<string> {
  const isGiven = parameters['network'] === 'given';
  const subnets = await (isGiven
    ? givenSubnets(String(parameters['subnetIds']).split(','), region, options)
    : chosenZones(region, options));
  const vpcId = String(parameters['vpcId']);
  const foreign = subnets.find(({ vpc }) => isGiven && vpc !== vpcId);
  if (foreign) throw new Failure(`${foreign.name} belongs to ${foreign.vpc}, not to vpcId ${vpcId}. Pass subnets of one VPC as subnetIds`);
  const zones = [...new Set(subnets.map(({ zone }) => zone))];
  const where = isGiven ? 'The subnets are' : `The subnets that CloudFormation would create in ${region} are`;
  if (zones.length < 2)
    throw new Failure(
      `${where} only in ${zones.join(', ') || 'no zone'}, but Aurora and RDS Proxy need two zones. Pass subnets in two zones as subnetIds`,
    );
  const bad = subnets.find(({ zone }) => withoutProxy.has(zone));
  if (bad)
    throw new Failure(
      `${bad.name} is in the zone ${bad.zone}, which has no RDS Proxy. ` +
        `${isGiven ? 'Leave it out of subnetIds' : 'Use a network of your own in other zones: --param network=given (docs/deploy.md, "An existing network")'}`,
    );
  return `${zones.join(' and ')}, with RDS Proxy`;
}

type Options = ReturnType<typeof awsClientOptions>;

async function givenSubnets(ids: string[], region: string, options: Options): Promise<readonly Subnet[]> {
  const sdk = await import('@aws-sdk/client-ec2');
  const fault = `The subnets ${ids.join(', ')} in ${region} could not be looked up, which requires ec2:DescribeSubnets`;
  return withAwsClient(new sdk.EC2Client({ region, ...options }), fault, async (client) => {
    const { Subnets = [] } = await client.send(new sdk.DescribeSubnetsCommand({ SubnetIds: ids }));
    return Subnets.map(({ SubnetId = '', AvailabilityZoneId = '', VpcId }) => ({ name: SubnetId, zone: AvailabilityZoneId, vpc: VpcId }));
  });
}

/**
 * Returns the zones that infra/network/made.yml selects: the first two of `Fn::GetAZs`. `Fn::GetAZs` lists the zones with a default subnet, or all zones if
 * there is no default subnet:
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getavailabilityzones.html
 */
async function chosenZones(region: string, options: Options): Promise<readonly Subnet[]> {
  const sdk = await import('@aws-sdk/client-ec2');
  const fault = `The zones of ${region} could not be looked up, which requires ec2:DescribeAvailabilityZones and ec2:DescribeSubnets`;
  return withAwsClient(new sdk.EC2Client({ region, ...options }), fault, async (client) => {
    const [{ AvailabilityZones = [] }, { Subnets = [] }] = await Promise.all([
      client.send(new sdk.DescribeAvailabilityZonesCommand({ Filters: [{ Name: 'zone-type', Values: ['availability-zone'] }] })),
      client.send(new sdk.DescribeSubnetsCommand({ Filters: [{ Name: 'default-for-az', Values: ['true'] }] })),
    ]);
    const zones = AvailabilityZones.map(({ ZoneName = '', ZoneId = '' }) => ({ name: ZoneName, zone: ZoneId }));
    const withDefault = zones.filter(({ zone }) => Subnets.some(({ AvailabilityZoneId }) => AvailabilityZoneId === zone));
    return (withDefault.length > 0 ? withDefault : zones).sort((a, b) => a.name.localeCompare(b.name)).slice(0, 2);
  });
}
