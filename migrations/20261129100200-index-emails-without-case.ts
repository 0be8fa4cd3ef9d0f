import type { Migration } from './migration.ts';

/** One customer for each email address: Ada@example.com and ada@example.com are one mailbox. */
export const indexEmailsWithoutCase: Migration = {
  transactional: false,
  up: ['create unique index concurrently users_lower_email_key on users (lower(email))'],
  down: ['drop index concurrently if exists users_lower_email_key'],
};
