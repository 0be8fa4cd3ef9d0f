import { readdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { decodeJwt, jwtVerify } from 'jose';
import { expect, test } from 'vitest';
import { localIssuer, openIssuer } from '../../local/aws/issuer.ts';
import { ownClock } from '../support/ownClock.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

test('signs tokens that its public keys verify', async () => {
  const issuer = await openIssuer(await temporaryFolder());
  const { payload } = await jwtVerify(
    await issuer.sign({ sub: 'customer-1', email: 'a@b.example', scope: 'a b' }),
    issuer.keys,
    localIssuer,
  );
  expect(payload).toMatchObject({
    sub: 'customer-1',
    email: 'a@b.example',
    scope: 'a b',
    iss: localIssuer.issuer,
    aud: localIssuer.audience,
  });
  expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(12 * 60 * 60);
});

test("puts this project's prefix before each scope", async () => {
  const issuer = await openIssuer(await temporaryFolder(), 'shop/');
  expect(decodeJwt(await issuer.sign({ sub: 'staff', scope: 'a b' }))).toMatchObject({ scope: 'shop/a shop/b' });
  expect(decodeJwt(await issuer.sign({ sub: 'staff' }))).not.toHaveProperty('scope');
});

test('keeps its key for the next run, in a file that only its user can read', async () => {
  const directory = await temporaryFolder();
  const token = await (await openIssuer(directory)).sign({ sub: 'customer-1' });
  await expect(jwtVerify(token, (await openIssuer(directory)).keys)).resolves.toBeDefined();
  expect((await stat(path.join(directory, 'issuer.json'))).mode & 0o777).toBe(0o600);
});

test('concurrent starts use the same key and leave one file', async () => {
  const directory = await temporaryFolder();
  const issuers = await Promise.all([1, 2, 3, 4].map(() => openIssuer(directory)));
  for (const { sign } of issuers) {
    const token = await sign({ sub: 'customer-1' });
    for (const { keys } of issuers) await expect(jwtVerify(token, keys)).resolves.toBeDefined();
  }
  expect(await readdir(directory)).toEqual(['issuer.json']);
});

test('issuers in different directories have different keys', async () => {
  const [one, other] = [await openIssuer(await temporaryFolder()), await openIssuer(await temporaryFolder())];
  await expect(jwtVerify(await one.sign({ sub: 'customer-1' }), other.keys)).rejects.toThrow();
});

test('signs expired tokens on request', async () => {
  const clock = ownClock();
  const issuer = await openIssuer(await temporaryFolder());
  const token = await issuer.sign({ sub: 'customer-1', expiresInSeconds: -60 });
  expect(decodeJwt(token).exp).toBe(Math.floor(clock.now() / 1000) - 60);
  await expect(jwtVerify(token, issuer.keys)).rejects.toThrow(/exp/);
});

test('names the file to delete if the file contains no key', async () => {
  const directory = await temporaryFolder();
  await writeFile(path.join(directory, 'issuer.json'), '{"kid":"x"}');
  await expect(openIssuer(directory)).rejects.toThrow(/issuer\.json does not contain a key; delete the file/);
});
