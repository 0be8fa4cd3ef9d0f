import { isIP } from 'node:net';

/** The address that local servers bind, unless HOST names another. */
export const loopback = '127.0.0.1';

const wildcards = ['0.0.0.0', '::'];

/** The name in `name:port`, in lower case and without the brackets of IPv6; undefined for what is no host. */
function nameOf(authority: string): string | undefined {
  const [, ipv6, name] = /^(?:\[([\da-f:.]+)\]|([^\s:@/[\]]+))(?::\d{1,5})?$/i.exec(authority) ?? [];
  return (ipv6 ?? name)?.toLowerCase();
}

function isLoopback(name: string): boolean {
  return name === 'localhost' || name === '::1' || (isIP(name) === 4 && name.startsWith('127.'));
}

/**
 * Returns whether a request for this authority (a Host header) is meant for a server that was bound to `bound`. A page whose domain an
 * attacker resolves to 127.0.0.1 (DNS rebinding) reaches the server with the name of that domain, so that no other name is accepted:
 * loopback names always, and the bound address or name. A server on all addresses also accepts what no public domain can be: an IP address,
 * and a name without a dot, such as a container has in its network.
 */
export function isMeantFor(authority: string | undefined, bound: string): boolean {
  const name = nameOf(authority ?? '');
  if (name === undefined) return false;
  if (isLoopback(name) || name === bound.toLowerCase()) return true;
  return wildcards.includes(bound) && (isIP(name) !== 0 || !name.includes('.'));
}

/** The URL at which this machine's own programs find a server that was bound to `bound`. */
export function urlOf(bound: string, port: number): string {
  const host = wildcards.includes(bound) ? loopback : isIP(bound) === 6 ? `[${bound}]` : bound;
  return `http://${host}:${port}`;
}
