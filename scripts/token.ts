// npm run --silent token -- <email> [--scope a,b] [--expires-in 1h]: prints a bearer token of the local issuer.

import { openIssuer } from '../local/aws/issuer.ts';
import { localDirectory } from '../local/directory.ts';
import { Failure } from '../local/failure.ts';
import { projectConfig } from '../local/functions.ts';
import { queryOnce } from '../local/postgres/client.ts';
import { runningUrls } from '../local/state.ts';
import { parseFlags } from './arguments.ts';
import { parseDuration } from './duration.ts';
import { reportFailure } from './reportFailure.ts';

const usage = 'npm run --silent token -- <email> [--scope a,b] [--expires-in 1h]';

/** Returns the token subject of the customer with this email; undefined if no customer has it. */
async function subjectOf(email: string, databaseUrl: string): Promise<string | undefined> {
  const sql = 'select auth_subject from users where lower(email) = lower($1)';
  return (await queryOnce<{ auth_subject: string }>(databaseUrl, sql, [email]))[0]?.auth_subject;
}

async function main(): Promise<void> {
  const { values, positionals } = parseFlags(usage, { scope: { type: 'string' }, 'expires-in': { type: 'string' } }, 1);
  const [email] = positionals;
  if (email === undefined || email === '') throw new Failure(`No email given. Usage: ${usage}`);
  const directory = localDirectory();
  const { databases } = await runningUrls(directory);
  const scope = values.scope
    ?.split(',')
    .filter((word) => word !== '')
    .join(' ');
  const subject = await subjectOf(email, databases.owner);
  if (subject === undefined) {
    console.error(`No customer has the email ${email}, so the token's sub is ${email}. Register the customer with PUT /customers/me.`);
  }
  const issuer = await openIssuer(directory, (await projectConfig()).scopePrefix);
  const lifetime = values['expires-in'];
  const token = await issuer.sign({
    sub: subject ?? email,
    email,
    ...(scope && { scope }),
    ...(lifetime !== undefined && { expiresInSeconds: parseDuration(lifetime) }),
  });
  console.log(token);
}

await main().catch(reportFailure);
