import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';

// The default of PostgreSQL's setting scram_iterations.
const iterations = 4_096;

/**
 * Returns the verifier that PostgreSQL stores for a password, `SCRAM-SHA-256$iterations:salt$storedKey:serverKey` (RFC 5803). Sending the verifier
 * keeps the password out of the server's log and of pg_stat_activity.
 * @throws TypeError for a password that is not printable ASCII: it would need SASLprep (RFC 4013), which is not implemented
 */
export function scramVerifier(password: string): string {
  if (!/^[\x20-\x7E]+$/.test(password)) {
    throw new TypeError('The password is not printable ASCII. Choose another one.');
  }
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256');
  const clientKey = createHmac('sha256', salted).update('Client Key').digest();
  const storedKey = createHash('sha256').update(clientKey).digest('base64');
  const serverKey = createHmac('sha256', salted).update('Server Key').digest('base64');
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${storedKey}:${serverKey}`;
}
