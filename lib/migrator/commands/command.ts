import * as z from 'zod/mini';

const name = z.string().check(z.minLength(1));
const allowOutOfOrder = z.optional(z.literal(true));

/** The payload of `migrate`; `{}` means `up`. Unknown fields are rejected, so that a typo does not run `up`. */
const payload = z.discriminatedUnion('command', [
  z.strictObject({ command: z.literal('up'), to: z.optional(name), allowOutOfOrder, adopt: z.optional(z.literal(true)) }),
  z.strictObject({ command: z.literal('plan'), to: z.optional(name), allowOutOfOrder }),
  z.strictObject({
    command: z.literal('down'),
    to: z.optional(name),
    step: z.optional(z.int().check(z.minimum(1))),
    allowDown: z.optional(z.literal(true)),
  }),
  z.strictObject({ command: z.literal('status') }),
  z.strictObject({ command: z.literal('verify') }),
  z.strictObject({ command: z.literal('seed'), allowProductionSeed: z.optional(z.literal(true)) }),
]);
export type MigrateCommand = z.output<typeof payload>;

/** The payload of one command. */
export type CommandOf<Name extends MigrateCommand['command']> = Extract<MigrateCommand, { command: Name }>;

/** Validates the payload. @throws TypeError with every fault */
export function readCommand(event: unknown): MigrateCommand {
  const given = typeof event === 'object' && event !== null && !Array.isArray(event) ? { command: 'up', ...event } : event;
  const parsed = payload.safeParse(given);
  if (parsed.success) {
    if (parsed.data.command === 'down' && parsed.data.to !== undefined && parsed.data.step !== undefined)
      throw new TypeError('down accepts "to" or "step", not both.');
    return parsed.data;
  }
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'payload'}: ${issue.message}`);
  throw new TypeError(
    `migrate accepts {"command": "up" | "status" | "down" | "seed" | "plan" | "verify", "to"?: name, "step"?: n, "allowDown"?: true, "allowOutOfOrder"?: true, "adopt"?: true, "allowProductionSeed"?: true}. ${faults.join('; ')}`,
  );
}
