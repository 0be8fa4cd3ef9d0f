import { type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { type Answer, gatewayAnswer } from './answer.ts';
import type { JwtContext } from './event.ts';

interface Options {
  readonly keys: JWTVerifyGetKey;
  readonly issuer: string;
  readonly audience: readonly string[];
}

/**
 * Verifies the token in a header, and checks that the token has one of a route's scopes. Resolves to the claims, or to the response that rejects
 * the caller.
 */
export type Authorize = (header: string | undefined, scopes: readonly string[]) => Promise<JwtContext | Answer>;

const unauthorized = gatewayAnswer(401, 'Unauthorized', [['www-authenticate', 'Bearer']]);
const invalidToken = gatewayAnswer(401, 'Unauthorized', [['www-authenticate', 'Bearer error="invalid_token"']]);

/**
 * Creates an authorizer like API Gateway's. It verifies signature, issuer, audience, expiry, not-before, issued-at, and one of the route's scopes.
 */
export function jwtAuthorizer({ keys, issuer, audience }: Options): Authorize {
  return async (header, scopes) => {
    // API Gateway accepts the token with or without `Bearer`.
    const token = header?.replace(/^Bearer +/i, '').trim();
    if (token === undefined || token === '') return unauthorized;
    let payload: JWTPayload;
    try {
      // API Gateway accepts only RSA signatures. The list also excludes `none`.
      const options = { issuer, audience: [...audience], algorithms: ['RS256', 'RS384', 'RS512'], requiredClaims: ['exp'] };
      const verified = await jwtVerify(token, keys, options);
      // API Gateway finds a key only by its ID. jose would also accept a token without a key ID if exactly one key fits.
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

/** Converts every claim to text, as API Gateway does: a list is written in square brackets, separated by spaces. */
function stringClaims(payload: JWTPayload): Record<string, string> {
  return Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, textOf(value)]));
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(textOf).join(' ')}]`;
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}
