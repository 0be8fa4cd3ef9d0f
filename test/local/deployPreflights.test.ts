import { expect, it, onTestFinished } from 'vitest';
import { openLocalServer } from '../../local/http/localServer.ts';
import { checkEngineVersion } from '../../scripts/deploy/engineVersion.ts';
import { checkIssuer } from '../../scripts/deploy/issuer.ts';
import { s3PrefixList } from '../../scripts/deploy/s3PrefixList.ts';
import { stageName } from '../../scripts/deploy/stageName.ts';
import { checkZones } from '../../scripts/deploy/zones.ts';
import { awsService, rejectingService, xml, xmlError } from './awsService.ts';

it.each(['staging', 'a', 'pull-17', 'a'.repeat(30)])('accepts the stage %s', (name) => {
  expect(stageName(name, 'usage')).toBe(name);
});

it.each([undefined, '', 'local', 'pull--17', 'pull-', '-pull', '17', 'Staging', 'a_b', 'a'.repeat(31)])('rejects the stage %s', (name) => {
  expect(() => stageName(name, 'npm run x')).toThrow(/^--stage requires a name of .*single hyphens.*\. Usage: npm run x$/);
});

/** Starts a server that implements RDS's DescribeDBClusters and DescribeDBEngineVersions, with two pages of versions. */
function rds({ running, offered = ['16.9', '17.4', '17.5', '17.6'] }: { running?: string; offered?: readonly string[] }): Promise<void> {
  return awsService('RDS', ({ fields: { Action, Engine, Marker, DBClusterIdentifier } }) => {
    if (Action === 'DescribeDBClusters') {
      expect(DBClusterIdentifier).toBe('orders-dev');
      if (running === undefined) return xmlError(404, 'DBClusterNotFoundFault', 'not found');
      const cluster = `<DBCluster><DBClusterIdentifier>orders-dev</DBClusterIdentifier><EngineVersion>${running}</EngineVersion></DBCluster>`;
      return xml(`<R><DescribeDBClustersResult><DBClusters>${cluster}</DBClusters></DescribeDBClustersResult></R>`);
    }
    expect({ Action, Engine }).toEqual({ Action: 'DescribeDBEngineVersions', Engine: 'aurora-postgresql' });
    const half = Math.ceil(offered.length / 2);
    const page = Marker === undefined ? offered.slice(0, half) : offered.slice(half);
    const versions = page.map((one) => `<DBEngineVersion><EngineVersion>${one}</EngineVersion></DBEngineVersion>`).join('');
    const next = Marker === undefined ? '<Marker>more</Marker>' : '';
    return xml(
      `<R><DescribeDBEngineVersionsResult>${next}<DBEngineVersions>${versions}</DBEngineVersions></DescribeDBEngineVersionsResult></R>`,
    );
  });
}
const check = (version: string, isPassed = false) =>
  checkEngineVersion({ region: 'eu-central-1', cluster: 'orders-dev', version, isPassed });
const version = async (text: string) => (await check(text)).line;

it('accepts a version of the database from any page of the versions that RDS offers', async () => {
  await rds({});
  expect(await version('17.4')).toBe('aurora-postgresql 17.4 is offered in eu-central-1');
  expect(await version('17.6')).toContain('17.6 is offered');
});

it('rejects a version that RDS does not offer, and lists the versions that RDS offers', async () => {
  await rds({});
  await expect(version('17.9')).rejects.toThrow(
    /does not offer aurora-postgresql 17\.9 in eu-central-1\. Pass one of 17\.4, 17\.5, 17\.6, such as --param engineVersion=17\.6$/,
  );
  await rds({ offered: ['15.4'] });
  await expect(version('17.5')).rejects.toThrow(/offers no version 17 there\. Choose another region/);
});

it('accepts the version that the cluster runs even if RDS no longer offers it, but rejects a later version that RDS does not offer', async () => {
  await rds({ running: '17.7', offered: ['17.8'] });
  expect(await check('17.7')).toEqual({ version: '17.7', line: 'orders-dev runs 17.7' });
  expect(await check('17.8', true)).toEqual({ version: '17.8', line: 'aurora-postgresql 17.8 is offered in eu-central-1' });
  await expect(version('17.10')).rejects.toThrow(/does not offer aurora-postgresql 17\.10/);
});

it('keeps the minor version to which RDS has upgraded the cluster, because RDS cannot go back', async () => {
  await rds({ running: '17.10', offered: ['17.6', '17.10'] });
  expect(await check('17.6')).toEqual({
    version: '17.10',
    line: 'orders-dev runs 17.10, which this deploy keeps instead of 17.6',
  });
});

it('rejects a lower minor version that was passed with --param, and any lower major version', async () => {
  await rds({ running: '17.7', offered: ['16.9', '17.6', '17.7'] });
  const message = 'orders-dev runs 17.7, and RDS cannot go back to 17.6. Pass --param engineVersion=17.7';
  await expect(check('17.6', true)).rejects.toThrow(message);
  await expect(version('16.9')).rejects.toThrow(
    'cannot go back to 16.9. Set the major version 17 in infra/database.yml (Family: aurora-postgresql17) and in scripts/deploy/parameters.ts (the pattern of engineVersion), then pass --param engineVersion=17.7',
  );
});

it('names the permissions that looking up the version requires', async () => {
  await awsService('RDS', () => xmlError(403, 'AccessDenied', 'not authorized'));
  await expect(version('17.5')).rejects.toThrow(
    /requires rds:DescribeDBClusters and rds:DescribeDBEngineVersions: AccessDenied: not authorized/,
  );
});

/** Starts a server that implements EC2's DescribeSubnets and DescribeAvailabilityZones. */
function ec2(zones: Readonly<Record<string, string>>, { vpc = 'vpc-1', defaults = Object.values(zones) } = {}): Promise<void> {
  return awsService('EC2', ({ fields: { Action, ...asked } }) => {
    if (asked['Filter.1.Name'] === 'default-for-az') {
      const subnets = defaults.map((zone) => `<item><availabilityZoneId>${zone}</availabilityZoneId></item>`);
      return xml(`<R><subnetSet>${subnets.join('')}</subnetSet></R>`);
    }
    if (Action === 'DescribeSubnets') {
      const subnets = Object.entries(zones)
        .filter(([id]) => Object.values(asked).includes(id))
        .map(
          ([id, zone]) => `<item><subnetId>${id}</subnetId><vpcId>${vpc}</vpcId><availabilityZoneId>${zone}</availabilityZoneId></item>`,
        );
      return xml(`<R><subnetSet>${subnets.join('')}</subnetSet></R>`);
    }
    expect({ Action, kind: asked['Filter.1.Value.1'] }).toEqual({ Action: 'DescribeAvailabilityZones', kind: 'availability-zone' });
    const all = Object.entries(zones).map(([name, id]) => `<item><zoneName>${name}</zoneName><zoneId>${id}</zoneId></item>`);
    return xml(`<R><availabilityZoneInfo>${all.join('')}</availabilityZoneInfo></R>`);
  });
}
const given = (subnetIds: string, vpcId = 'vpc-1') => checkZones({ network: 'given', subnetIds, vpcId }, 'us-east-1');
const made = () => checkZones({ network: 'made' }, 'us-east-1');

it('accepts subnets of the VPC in two zones with RDS Proxy', async () => {
  await ec2({ 'subnet-1': 'use1-az1', 'subnet-2': 'use1-az2', 'subnet-3': 'use1-az3' });
  expect(await given('subnet-1,subnet-2')).toBe('use1-az1 and use1-az2, with RDS Proxy');
});

it('rejects subnets in only one zone, in a zone without RDS Proxy, and of another VPC', async () => {
  await ec2({ 'subnet-1': 'use1-az1', 'subnet-2': 'use1-az1', 'subnet-3': 'use1-az3', 'subnet-4': 'use1-az4' });
  await expect(given('subnet-1,subnet-2')).rejects.toThrow(
    /only in use1-az1, but Aurora and RDS Proxy need two zones\. Pass subnets in two zones/,
  );
  await expect(given('subnet-1,subnet-4,subnet-3')).rejects.toThrow(
    /subnet-3 is in the zone use1-az3, which has no RDS Proxy\. Leave it out of/,
  );
  await expect(given('subnet-1,subnet-4', 'vpc-2')).rejects.toThrow(/subnet-1 belongs to vpc-1, not to vpcId vpc-2/);
});

it('rejects a created network if one of its two zones has no RDS Proxy', async () => {
  await ec2({ 'us-east-1c': 'use1-az3', 'us-east-1b': 'use1-az2', 'us-east-1a': 'use1-az1' });
  expect(await made()).toBe('use1-az1 and use1-az2, with RDS Proxy');
  await ec2({ 'us-east-1a': 'use1-az3', 'us-east-1b': 'use1-az2', 'us-east-1c': 'use1-az1' });
  await expect(made()).rejects.toThrow(/us-east-1a is in the zone use1-az3, which has no RDS Proxy\. Use a network of your own/);
});

it('selects the zones of a created network as CloudFormation does: from those with a default subnet, or from all if no zone has a default subnet', async () => {
  const zones = { 'us-east-1a': 'use1-az3', 'us-east-1b': 'use1-az2', 'us-east-1c': 'use1-az1' };
  await ec2(zones, { defaults: ['use1-az2', 'use1-az1'] });
  expect(await made()).toBe('use1-az2 and use1-az1, with RDS Proxy');
  await ec2({ ...zones, 'us-east-1a': 'use1-az4' }, { defaults: ['use1-az2'] });
  await expect(made()).rejects.toThrow(
    /The subnets that CloudFormation would create in us-east-1 are only in use1-az2, but Aurora and RDS Proxy need two zones/,
  );
  await ec2(zones, { defaults: [] });
  await expect(made()).rejects.toThrow(/us-east-1a is in the zone use1-az3, which has no RDS Proxy/);
});

it('names the permission that looking up the network requires', async () => {
  await rejectingService('EC2', 403, 'UnauthorizedOperation', 'no');
  await expect(given('subnet-1,subnet-2')).rejects.toThrow(
    /subnet-1, subnet-2 in us-east-1 could not be looked up, which requires ec2:DescribeSubnets/,
  );
  await expect(made()).rejects.toThrow(/requires ec2:DescribeAvailabilityZones and ec2:DescribeSubnets/);
});

/** Starts a server that implements EC2's DescribeManagedPrefixLists, whose first page is empty. */
function prefixLists(lists: Readonly<Record<string, string>>): Promise<void> {
  return awsService('EC2', ({ fields: { Action, NextToken, ...asked } }) => {
    expect({ Action, filter: asked['Filter.1.Name'] }).toEqual({ Action: 'DescribeManagedPrefixLists', filter: 'prefix-list-name' });
    if (NextToken === undefined) return xml('<R><nextToken>more</nextToken><prefixListSet/></R>');
    const id = lists[asked['Filter.1.Value.1'] ?? ''];
    const name = `<prefixListName>${asked['Filter.1.Value.1']}</prefixListName>`;
    return xml(`<R><prefixListSet>${id ? `<item><prefixListId>${id}</prefixListId>${name}</item>` : ''}</prefixListSet></R>`);
  });
}

it('finds the prefix list of S3 in the region, even if it is not on the first page', async () => {
  await prefixLists({ 'com.amazonaws.eu-central-1.s3': 'pl-1', 'com.amazonaws.sa-east-1.s3': 'pl-2' });
  expect(await s3PrefixList('sa-east-1')).toBe('pl-2');
});

it('rejects a region without a prefix list of S3, and names the permission that looking it up requires', async () => {
  await prefixLists({});
  await expect(s3PrefixList('sa-east-1')).rejects.toThrow(
    /no prefix list com\.amazonaws\.sa-east-1\.s3, .* Set another region as provider\.region/,
  );
  await awsService('EC2', () => xml('<R><Errors><Error><Code>UnauthorizedOperation</Code></Error></Errors></R>', 403));
  await expect(s3PrefixList('sa-east-1')).rejects.toThrow(/requires ec2:DescribeManagedPrefixLists: UnauthorizedOperation/);
});

/** Starts an issuer. `document` returns the discovery document for the issuer's address; undefined for no response. */
async function issuer(
  document: (url: string) => { status?: number; headers?: Record<string, string>; body: unknown } | undefined,
): Promise<string> {
  const { server, url } = await openLocalServer({}, {}, (request, response) => {
    expect(request.url).toMatch(/^(\/tenant)?\/\.well-known\/openid-configuration$/);
    const answer = document(url);
    if (!answer) return;
    const { status = 200, headers = {}, body } = answer;
    response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return url;
}

it('accepts an issuer whose discovery document contains exactly the configured issuer, with or without a final slash', async () => {
  let suffix = '';
  const url = await issuer((base) => ({ body: { issuer: `${base}${suffix}`, jwks_uri: `${base}/keys` } }));
  for (suffix of ['', '/', '/tenant', '/tenant/'])
    expect(await checkIssuer(`${url}${suffix}`)).toMatch(/\.well-known\/openid-configuration names this issuer$/);
});

it('rejects an issuer whose discovery document contains another issuer, even if only a final slash differs', async () => {
  const url = await issuer((base) => ({ body: { issuer: `${base}/`, jwks_uri: `${base}/keys` } }));
  await expect(checkIssuer(url)).rejects.toThrow(
    `calls itself "${url}/", not "${url}", so the API would reject all of its tokens. If you trust this issuer, pass its value as --param jwtIssuer=<value>`,
  );
});

it.each([
  [
    'returns 404',
    { status: 404, body: '' },
    /the status is 404 instead of 200\. API Gateway must be able to read it.*--param jwtIssuer=<value>/,
  ],
  ['redirects', { status: 302, headers: { location: 'http://127.0.0.1:1/' }, body: '' }, /the status is 302 instead of 200/],
  ['sends an HTML page', { body: '<html>' }, /could not be read: .*not valid JSON/],
  ['sends JSON of another format', { body: ['issuer'] }, /has no issuer or no jwks_uri, so it is not a discovery document/],
  ['has no keys', { body: { issuer: 'x' } }, /has no issuer or no jwks_uri/],
])('rejects an issuer that %s', async (_, answer, message) => {
  await expect(checkIssuer(await issuer(() => answer))).rejects.toThrow(message);
});

it('rejects an issuer that does not respond in time, and an issuer that cannot be reached', async () => {
  const url = await issuer(() => undefined);
  await expect(checkIssuer(url, 50)).rejects.toThrow(/could not be read: .*timeout/);
  await expect(checkIssuer('http://127.0.0.1:1/')).rejects.toThrow(/could not be read: .*(ECONNREFUSED|bad port)/);
});

it.each(['http://login.acme.io/', 'ftp://127.0.0.1/x', 'no address'])('rejects the issuer %s without calling it', async (address) => {
  await expect(checkIssuer(address)).rejects.toThrow(/is not an https address\. Pass one: --param jwtIssuer=/);
});
