import { z } from 'zod';

// Accepts a single text as a list, as the framework does, because a parameter on the command line is a text.
const list = z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(z.string()));

const schema = z.strictObject({
  /** Exact origins, or `*`, `https://*`, `http://*`. */
  allowedOrigins: list,
  allowedMethods: list,
  allowedHeaders: list,
  exposedResponseHeaders: list.default([]),
  allowCredentials: z.boolean().default(false),
  maxAge: z.int().min(0).optional(),
});

/** `provider.httpApi.cors` of serverless.yml. */
export type Cors = z.output<typeof schema>;

/**
 * Reads `cors`, and replaces `${param:name}` by the value in `params.default`. Returns undefined if `cors` is not set. Throws for anything
 * unsupported. `cors: true` is unsupported, because the framework's default headers do not match those of this API.
 */
export function corsOf(written: unknown, defaults: Readonly<Record<string, unknown>>): Cors | undefined {
  if (written === undefined || written === false) return undefined;
  const resolved = Object.entries(typeof written === 'object' ? { ...written } : {}).map(([key, value]) => [
    key,
    parameterOr(value, defaults),
  ]);
  const parsed = schema.safeParse(Object.fromEntries(resolved));
  if (parsed.success) return parsed.data;
  throw new Error(`cors: ${parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')}`);
}

function parameterOr(value: unknown, defaults: Readonly<Record<string, unknown>>): unknown {
  const [, name] = typeof value === 'string' ? (/^\$\{param:([\w-]+)\}$/.exec(value) ?? []) : [];
  return name === undefined ? value : defaults[name];
}
