import { z } from 'zod';

// One text stands for a list of one, as in the framework: a parameter given on the command line is a text.
const list = z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(z.string()));

const schema = z.strictObject({
  /** Exact ones, or `*`, `https://*` or `http://*`. */
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
 * Reads `cors`, in which `${param:name}` is that of `params.default`; undefined where there is none. Throws on what it does not
 * understand, the framework's own defaults (`cors: true`) included: they allow headers that nobody here asks for, and not all that we do.
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
