import { randomUUID } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createLocalJWKSet, exportJWK, generateKeyPair, importJWK, type JWK, type JWTVerifyGetKey, SignJWT } from 'jose';
import { z } from 'zod';

/** The `iss` and `aud` of local tokens, which the local gateway requires. */
export const localIssuer = { issuer: 'https://issuer.localhost', audience: 'orders-api' } as const;

// API Gateway's JWT authorizers accept only RSA signatures, so local tokens have RSA signatures too.
const algorithm = 'RS256';

interface Claims {
  readonly sub: string;
  readonly email?: string;
  /** Names of scopes, separated by spaces. */
  readonly scope?: string;
  /** Seconds from now; negative for an expired token. */
  readonly expiresInSeconds?: number;
}

/** Signs tokens like an OpenID Connect issuer. */
export interface Issuer {
  /** Returns a signed token, valid for 12 hours by default. */
  sign(claims: Claims): Promise<string>;
  /** The public keys, for `jwtVerify` of jose. */
  readonly keys: JWTVerifyGetKey;
}

const file = z.object({ kid: z.string(), kty: z.literal('RSA'), n: z.string(), e: z.string() }).loose();

/**
 * Opens the token issuer of this directory. The issuer puts `scopePrefix` before every scope. On first use, creates a key pair and stores it in
 * `issuer.json` with mode 0600.
 */
export async function openIssuer(directory: string, scopePrefix = ''): Promise<Issuer> {
  const jwk: JWK = await keptKey(path.join(directory, 'issuer.json'));
  const { kid = '', kty = '', n = '', e = '' } = jwk;
  const privateKey = await importJWK(jwk, algorithm);
  return {
    keys: createLocalJWKSet({ keys: [{ kid, kty, n, e, alg: algorithm, use: 'sig' }] }),
    sign: ({ sub, email, scope, expiresInSeconds = 12 * 60 * 60 }) => {
      const now = Math.floor(Date.now() / 1000);
      const scopes = scope?.split(' ').map((name) => `${scopePrefix}${name}`);
      return new SignJWT({ ...(email !== undefined && { email }), ...(scopes && { scope: scopes.join(' ') }) })
        .setProtectedHeader({ alg: algorithm, kid, typ: 'JWT' })
        .setSubject(sub)
        .setIssuer(localIssuer.issuer)
        .setAudience(localIssuer.audience)
        .setIssuedAt(Math.min(now, now + expiresInSeconds))
        .setExpirationTime(now + expiresInSeconds)
        .setJti(randomUUID())
        .sign(privateKey);
    },
  };
}

async function keptKey(keyFile: string): Promise<JWK> {
  const content = (await readFile(keyFile, 'utf8').catch(() => undefined)) ?? (await newKey(keyFile));
  try {
    return file.parse(JSON.parse(content));
  } catch (cause) {
    throw new Error(`${keyFile} does not contain a key; delete the file, and the next start creates a new key`, { cause });
  }
}

/** Creates a key file and returns its content. `link` never replaces a file, so two concurrent processes use the same key. */
async function newKey(keyFile: string): Promise<string> {
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  const fresh = `${keyFile}.${randomUUID()}`;
  await writeFile(fresh, JSON.stringify({ ...(await exportJWK(privateKey)), kid: randomUUID() }), { mode: 0o600 });
  try {
    await link(fresh, keyFile);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    await rm(fresh);
  }
  return readFile(keyFile, 'utf8');
}
