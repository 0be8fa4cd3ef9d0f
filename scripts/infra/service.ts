import { parse } from 'yaml';
import { z } from 'zod';
import { Failure } from '../../local/failure.ts';

/** A word of `custom.access`: what a function may do. */
export type Access = z.infer<typeof accessWord>;

/** A resource of a CloudFormation template. */
export interface Resource {
  readonly Type: string;
  readonly Condition?: string;
  readonly DependsOn?: string | readonly string[];
  readonly Properties?: Readonly<Record<string, unknown>>;
}

/** A function, as far as what surrounds it goes. */
export interface InfraFunction {
  readonly name: string;
  /** What its logical ids begin with: `ListProducts`. */
  readonly id: string;
  readonly access: readonly Access[];
  /** Whether the API calls it. */
  readonly isRouted: boolean;
}

const accessWord = z.enum(['database', 'migrations', 'rotation', 'events']);
const service = z.object({
  custom: z.object({ access: z.record(z.string(), z.array(accessWord)) }),
  functions: z.record(z.string(), z.object({ events: z.array(z.record(z.string(), z.unknown())).default([]) })),
});

/** The functions of a serverless.yml with what `custom.access` lets them do. Throws a Failure for one that is not in that table. */
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
    throw new Failure(`serverless.yml: say in custom.access what may be done by ${lines} (or [] for one that needs nothing)`);
  }
  const stray = Object.keys(custom.access).filter((name) => !functions[name]);
  if (stray.length > 0) throw new Failure(`serverless.yml: custom.access names ${stray.join(', ')}, and there is no such function`);
  return Object.entries(functions).map(([name, { events }]) => ({
    name,
    id: name.charAt(0).toUpperCase() + name.slice(1),
    access: custom.access[name] ?? [],
    isRouted: events.some((event) => 'httpApi' in event),
  }));
}
