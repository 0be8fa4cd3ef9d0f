import { z } from 'zod';
import { Failure, messageOf } from '../../local/failure.ts';

const discovery = z.object({ issuer: z.string(), jwks_uri: z.string() });
const loopback = new Set(['127.0.0.1', '[::1]', 'localhost']);

/**
 * Checks that the issuer's discovery document contains exactly this `issuer`. API Gateway reads the document, and rejects every token whose `iss` differs, even
 * if only a final slash differs. Accepts http only for an issuer on this machine. Returns a line of output. Throws a Failure with the remedy.
 */
export async function checkIssuer(issuer: string, timeoutMs = 10_000): Promise<string> {
  const base = URL.parse(issuer);
  if (!base || !(base.protocol === 'https:' || (base.protocol === 'http:' && loopback.has(base.hostname))))
    throw new Failure(`The issuer ${issuer} is not an https address. Pass one: --param jwtIssuer=https://login.acme.io/`);
  // A final slash of the issuer is removed first: OpenID Connect Discovery 1.0, section 4.1.
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const named = discovery.safeParse(await documentAt(url, timeoutMs));
  if (!named.success) throw new Failure(`${url} has no issuer or no jwks_uri, so it is not a discovery document. ${remedy}`);
  const answered = named.data.issuer;
  if (answered !== issuer)
    throw new Failure(
      `The issuer at ${url} calls itself ${JSON.stringify(answered)}, not ${JSON.stringify(issuer)}, so the API would reject all of its tokens. ` +
        'If you trust this issuer, pass its value as --param jwtIssuer=<value>. Copy it exactly, because a final slash matters',
    );
  return `${url} names this issuer`;
}

const remedy = 'Pass the value that the tokens have in their claim iss: --param jwtIssuer=<value>';

async function documentAt(url: string, timeoutMs: number): Promise<unknown> {
  try {
    // The specification requires status 200. A redirect could lead to another issuer.
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (response.status !== 200) {
      await response.body?.cancel();
      throw new Error(`the status is ${response.status} instead of 200`);
    }
    return await response.json();
  } catch (cause) {
    const reason =
      cause instanceof Error && cause.cause !== undefined ? `${messageOf(cause)}: ${messageOf(cause.cause)}` : messageOf(cause);
    throw new Failure(
      `The issuer's ${url} could not be read: ${reason}. API Gateway must be able to read it from the internet. ${remedy}`,
      { cause },
    );
  }
}
