import * as z from 'zod/mini';

const name = z.string().check(z.minLength(1));

/** What `migrate` is invoked with; `{}` means `up`. A CloudFormation or pipeline typo must not pass for `up`, so nothing else is taken. */
const payload = z.discriminatedUnion('command', [
  z.strictObject({ command: z.literal('up'), to: z.optional(name) }),
  z.strictObject({
    command: z.literal('down'),
    to: z.optional(name),
    step: z.optional(z.int().check(z.minimum(1))),
    allowDown: z.optional(z.literal(true)),
  }),
  z.strictObject({ command: z.literal('status') }),
  z.strictObject({ command: z.literal('seed') }),
]);
export type MigrateCommand = z.output<typeof payload>;

/** The checked payload. @throws TypeError naming every fault */
export function readCommand(event: unknown): MigrateCommand {
  const given = typeof event === 'object' && event !== null && !Array.isArray(event) ? { command: 'up', ...event } : event;
  const parsed = payload.safeParse(given);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'payload'}: ${issue.message}`);
  throw new TypeError(
    `migrate takes {"command": "up" | "down" | "status" | "seed", "to"?: name, "step"?: n, "allowDown"?: true}. ${faults.join('; ')}`,
  );
}
