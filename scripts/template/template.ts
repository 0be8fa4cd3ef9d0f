import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { InfraFunction, Resource } from '../infra/service.ts';

/** The checked parts of a CloudFormation template. */
export interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
}

/** A fault: a stable code, the resource, and a message with the remedy. */
export interface Fault {
  readonly code: string;
  readonly resource: string;
  readonly message: string;
}

/** Returns the fault unless the condition holds. */
export const unless = (holds: boolean, code: string, resource: string, message: string): readonly Fault[] =>
  holds ? [] : [{ code, resource, message }];

/** A rule that checks the template and the functions of serverless.yml. */
export type Rule = (template: Template, functions: readonly InfraFunction[]) => readonly Fault[];

/** The name of the template that `serverless package` writes into `.serverless`. */
const templateFile = 'cloudformation-template-update-stack.json';

const schema = z.looseObject({
  Resources: z.record(
    z.string(),
    z.looseObject({
      Type: z.string(),
      Condition: z.string().exactOptional(),
      DependsOn: z.union([z.string(), z.array(z.string())]).exactOptional(),
      Properties: z.record(z.string(), z.unknown()).exactOptional(),
    }),
  ),
});

/** Reads the template of a package. */
export async function readTemplate(folder: string): Promise<Template> {
  return schema.parse(JSON.parse(await readFile(path.join(folder, templateFile), 'utf8')));
}

/** Returns the resources of the given types, with their logical IDs. */
export function ofType({ Resources }: Template, ...types: readonly string[]): readonly (readonly [id: string, properties: unknown])[] {
  return Object.entries(Resources).flatMap(([id, { Type, Properties = {} }]) => (types.includes(Type) ? [[id, Properties] as const] : []));
}

/** Returns the value at a path of keys, or undefined. */
export function at(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>((found, key) => (isRecord(found) ? found[key] : undefined), value);
}

/** Returns a value as a list; an empty list for undefined. */
export function list(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** Returns the logical ID in a `Ref` or an `Fn::GetAtt`, or undefined. */
export function target(value: unknown): string | undefined {
  const [ref, attribute] = [at(value, 'Ref'), at(value, 'Fn::GetAtt')];
  if (typeof ref === 'string') return ref;
  const [id] = typeof attribute === 'string' ? attribute.split('.') : list(attribute);
  return typeof id === 'string' ? id : undefined;
}

/** Yields every object in a value, including the value itself. */
export function* objectsIn(value: unknown): Generator<Readonly<Record<string, unknown>>> {
  if (Array.isArray(value)) for (const each of value) yield* objectsIn(each);
  if (!isRecord(value)) return;
  yield value;
  for (const each of Object.values(value)) yield* objectsIn(each);
}

/** Yields every text in a value, with its key. */
export function* textsIn(value: unknown, key = ''): Generator<readonly [key: string, text: string]> {
  if (typeof value === 'string') yield [key, value];
  else if (Array.isArray(value)) for (const each of value) yield* textsIn(each, key);
  else if (isRecord(value)) for (const [name, each] of Object.entries(value)) yield* textsIn(each, name);
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
