import { list, type Template } from '../../scripts/template/template.ts';

/** The resources that this one needs: by DependsOn, or by a reference somewhere in its properties or its update policy. */
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

/** Whether CloudFormation creates `to` before `from`. */
export function reaches(template: Template, from: string, to: string, seen = new Set<string>()): boolean {
  if (seen.has(from)) return false;
  seen.add(from);
  return needs(template, from).some((next) => next === to || reaches(template, next, to, seen));
}
