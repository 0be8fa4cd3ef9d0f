import { isIP } from 'node:net';

/** The address on which local servers listen, unless HOST sets another. */
export const loopback = '127.0.0.1';

const wildcards = ['0.0.0.0', '::'];

/** Returns the name in `name:port`, in lower case and without the brackets of IPv6; undefined if it is not a valid host. */
function nameOf(authority: string): string | undefined {
  const [, ipv6, name] = /^(?:\[([\da-f:.]+)\]|([^\s:@/[\]]+))(?::\d{1,5})?$/i.exec(authority) ?? [];
  return (ipv6 ?? name)?.toLowerCase();
}

function isLoopback(name: string): boolean {
  return name === 'localhost' || name === '::1' || (isIP(name) === 4 && name.startsWith('127.'));
}

/**
 * Returns whether a request with this authority (a Host header) is meant for a server that listens on `bound`. With DNS rebinding, an attacker's
 * page reaches the server under the page's domain name. Therefore only loopback names and the bound address or name are accepted. A server on all
 * addresses also accepts names that no public domain can have: IP addresses, and names without a dot, such as those in a container network.
 */
export function isMeantFor(authority: string | undefined, bound: string): boolean {
  const name = nameOf(authority ?? '');
  if (name === undefined) return false;
  if (isLoopback(name) || name === bound.toLowerCase()) return true;
  return wildcards.includes(bound) && (isIP(name) !== 0 || !name.includes('.'));
}

/** Returns the URL with which programs on this machine reach a server that listens on `bound`. */
export function urlOf(bound: string, port: number): string {
  const host = wildcards.includes(bound) ? loopback : isIP(bound) === 6 ? `[${bound}]` : bound;
  return `http://${host}:${port}`;
}
