import { expect, it } from 'vitest';
import { verifiedTls } from '../../lib/database/pool/tls.ts';

it.each(['orders.cluster-abc.eu-central-1.rds.amazonaws.com', 'orders.proxy-abc.cn-north-1.rds.amazonaws.com.cn'])(
  'verifies %s with the certificate authorities of RDS',
  async (host) => {
    expect(await verifiedTls(host)).toMatchObject({ rejectUnauthorized: true, servername: host, ca: expect.anything() });
  },
);

it.each(['ep-cool-lake.eu-central-1.aws.neon.tech', 'rds.amazonaws.com.attacker.example', '10.0.0.5'])(
  'verifies %s with the certificate authorities of Node',
  async (host) => {
    const options = await verifiedTls(host);
    expect(options).toMatchObject({ rejectUnauthorized: true, servername: host });
    expect(options).not.toHaveProperty('ca');
  },
);
