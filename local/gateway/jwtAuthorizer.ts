import { type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { type Answer, gatewayAnswer } from './answer.ts';
import type { JwtContext } from './event.ts';

interface Options {
  readonly keys: JWTVerifyGetKey;
  readonly issuer: string;
  readonly audience: readonly string[];
}

/** Checks the value of the token's header against the scopes of a route: the caller's claims, or the answer that turns him away. */
export type Authorize = (header: string | undefined, scopes: readonly string[]) => Promise<JwtContext | Answer>;

const unauthorized = gatewayAnswer(401, 'Unauthorized', [['www-authenticate', 'Bearer']]);
const invalidToken = gatewayAnswer(401, 'Unauthorized', [['www-authenticate', 'Bearer error="invalid_token"']]);

/** An API Gateway JWT authorizer: signature, issuer, audience, expiry, not-before, issued-at, and any one of the route's scopes. */
export function jwtAuthorizer({ keys, issuer, audience }: Options): Authorize {
  return async (header, scopes) => {
    // API Gateway takes the token with or without the word before it.
    const token = header?.replace(/^Bearer +/i, '').trim();
    if (token === undefined || token === '') return unauthorized;
    let payload: JWTPayload;
    try {
      // RSA signatures are all that API Gateway accepts; naming them here also shuts out `none`.
      const options = { issuer, audience: [...audience], algorithms: ['RS256', 'RS384', 'RS512'], requiredClaims: ['exp'] };
      const verified = await jwtVerify(token, keys, options);
      // API Gateway finds the key by its id alone; jose takes the only key that fits.
      if (!verified.protectedHeader.kid) return invalidToken;
      ({ payload } = verified);
    } catch {
      return invalidToken;
    }
    if (payload.iat !== undefined && payload.iat > Date.now() / 1000) return invalidToken;
    const granted = [payload['scope'], payload['scp']].flatMap((claim) => (typeof claim === 'string' ? claim.split(' ') : claim));
    if (scopes.length > 0 && !scopes.some((scope) => granted.includes(scope))) {
      return gatewayAnswer(403, 'Forbidden', [['www-authenticate', `Bearer scope="${scopes.join(' ')}" error="insufficient_scope"`]]);
    }
    return { jwt: { claims: stringClaims(payload), scopes: scopes.length > 0 ? scopes : null } };
  };
}

/** API Gateway writes every claim as text: a list in square brackets, its members parted by spaces. */
function stringClaims(payload: JWTPayload): Record<string, string> {
  return Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, textOf(value)]));
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(textOf).join(' ')}]`;
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}
