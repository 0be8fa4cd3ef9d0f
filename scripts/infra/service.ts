import { parse } from 'yaml';
import { z } from 'zod';
import { Failure } from '../../local/failure.ts';

/** A word in `custom.access`, which stands for a set of permissions. */
export type Access = z.infer<typeof accessWord>;

/** A resource of a CloudFormation template. */
export interface Resource {
  readonly Type: string;
  readonly Condition?: string;
  readonly DependsOn?: string | readonly string[];
  readonly DeletionPolicy?: string;
  readonly UpdatePolicy?: unknown;
  readonly Properties?: Readonly<Record<string, unknown>>;
}

/** The parts of a function that its infrastructure depends on. */
export interface InfraFunction {
  readonly name: string;
  /** The prefix of the logical IDs of the function's resources, such as `ListProducts`. */
  readonly id: string;
  readonly access: readonly Access[];
  /** Whether the function serves a route of the API. */
  readonly isRouted: boolean;
}

const accessWord = z.enum(['database', 'migrations', 'rotation', 'events']);
const service = z.object({
  custom: z.object({ access: z.record(z.string(), z.array(accessWord)) }),
  functions: z.record(z.string(), z.object({ events: z.array(z.record(z.string(), z.unknown())).default([]) })),
});

/** Returns the functions of a serverless.yml with their permissions. Throws a Failure for a function that `custom.access` does not contain. */
export function infraFunctions(text: string): readonly InfraFunction[] {
  const parsed = service.safeParse(parse(text, { logLevel: 'silent' }));
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new Failure(`serverless.yml: ${faults.join('; ')}`);
  }
  const { custom, functions } = parsed.data;
  const missing = Object.keys(functions).filter((name) => !custom.access[name]);
  if (missing.length > 0) {
    const lines = missing.map((name) => `${name}: [database]`).join(', ');
    throw new Failure(`serverless.yml: custom.access lacks functions. Add ${lines} (or [] for a function without permissions)`);
  }
  const stray = Object.keys(custom.access).filter((name) => !functions[name]);
  if (stray.length > 0) throw new Failure(`serverless.yml: custom.access contains ${stray.join(', ')}, but there is no such function`);
  return Object.entries(functions).map(([name, { events }]) => ({
    name,
    id: idOf(name),
    access: custom.access[name] ?? [],
    isRouted: events.some((event) => 'httpApi' in event),
  }));
}

/** Returns the prefix of a function's logical IDs. */
export function idOf(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
