/** Converts a connection URL to a secret in RDS format. */
export function databaseSecret(databaseUrl: string): string {
  const { username, password, hostname: host, port, pathname } = new URL(databaseUrl);
  return JSON.stringify({
    ...{ engine: 'postgres', host, port: Number(port), dbname: decodeURIComponent(pathname.slice(1)) },
    ...{ username: decodeURIComponent(username), password: decodeURIComponent(password) },
  });
}
