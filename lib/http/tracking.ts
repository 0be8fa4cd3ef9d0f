import * as z from 'zod/mini';
import { text } from './schema.ts';

const url = z.string().check(z.regex(/^https?:\/\/[!-~]{1,500}$/, { error: 'Expected an address with http or https' }));

/** The carrier, the number and the page with which a customer can track a shipped order. */
export const tracking = z.strictObject({ carrier: text(1, 100), number: text(1, 100), url: z._default(z.nullable(url), null) });

/** Adds a fault if a body has `tracking`, but its status is not `shipped`. */
export const onlyWhenShipped = z.check<{ readonly status: string; readonly tracking: unknown }>(({ value, issues }) => {
  if (value.tracking === null || value.status === 'shipped') return;
  issues.push({ code: 'custom', input: value.tracking, path: ['tracking'], message: 'Tracking is accepted only with the status shipped' });
});
