import { list, type Template } from '../../scripts/template/template.ts';

/** Returns the resources that a resource names in DependsOn or references in its properties or its update policy. */
function needs({ Resources }: Template, name: string): string[] {
  const { DependsOn, UpdatePolicy = {}, Properties = {} } = Resources[name] ?? {};
  const references = JSON.stringify([Properties, UpdatePolicy]).matchAll(
    /"Ref":"(\w+)"|"Fn::GetAtt":\["(\w+)"|"Fn::GetAtt":"(\w+)|\$\{(\w+)/g,
  );
  return [
    ...list(DependsOn).map(String),
    ...Array.from(references, (match) => match.slice(1).find((each) => each !== undefined) ?? ''),
  ].filter((each) => each in Resources);
}

/** Whether `from` depends on `to`, directly or through other resources. CloudFormation then creates `to` first. */
export function reaches(template: Template, from: string, to: string, seen = new Set<string>()): boolean {
  if (seen.has(from)) return false;
  seen.add(from);
  return needs(template, from).some((next) => next === to || reaches(template, next, to, seen));
}
