import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import type { Property, PropertyType, Resource, SpecDatabase } from '@aws-cdk/service-spec-types';
import { type Fault, isRecord, list, objectsIn, type Template } from './template.ts';

let specification: SpecDatabase | undefined;

type Properties = Readonly<Record<string, Property>>;

/**
 * Validates a template against AWS's resource specification, from which the CDK is generated. Checks types, properties, attributes, kinds of
 * values, required properties and references. Does not validate values that CloudFormation computes. The first call reads the specification in 2 to 3 s.
 */
export function schemaFaults(template: Template): readonly Fault[] {
  specification ??= loadAwsServiceSpecSync();
  const spec = specification;
  return Object.entries(template.Resources).flatMap(([resource, { Type, DependsOn, Properties: given = {} }]) => {
    const known = Type.startsWith('Custom::') ? undefined : resourceOf(spec, Type);
    if (!known && !Type.startsWith('Custom::')) return [{ code: 'schema', resource, message: `the type ${Type} does not exist` }];
    const missing = list(DependsOn).filter((id) => !template.Resources[String(id)]);
    const messages = [
      ...missing.map((id) => `DependsOn: the template has no ${String(id)}`),
      ...(known ? objectFaults(spec, known.properties, given, '') : []),
      ...referenceFaults(spec, template, given),
    ];
    return messages.map((message) => ({ code: 'schema', resource, message }));
  });
}

function resourceOf(spec: SpecDatabase, type: string): Resource | undefined {
  return spec.lookup('resource', 'cloudFormationType', 'equals', type)[0];
}

function objectFaults(spec: SpecDatabase, properties: Properties, given: unknown, place: string): readonly string[] {
  if (!isRecord(given)) return [`${place} must be an object`];
  const required = Object.entries(properties).filter(([name, { required = false }]) => required && given[name] === undefined);
  return [
    ...required.map(([name]) => `${place}${name} is required`),
    ...Object.entries(given).flatMap(([name, value]) => {
      const property = properties[name];
      return property ? valueFaults(spec, property.type, value, `${place}${name}`) : [`the property ${place}${name} does not exist`];
    }),
  ];
}

function valueFaults(spec: SpecDatabase, type: PropertyType, value: unknown, place: string): readonly string[] {
  if (isIntrinsic(value)) return [];
  const kind = (holds: boolean) => (holds ? [] : [`${place} must be of the type ${type.type}: ${JSON.stringify(value)}`]);
  switch (type.type) {
    case 'string':
    case 'date-time':
      return kind(['string', 'number', 'boolean'].includes(typeof value));
    case 'integer':
      return kind(Number.isInteger(Number(value)) && typeof value !== 'boolean');
    case 'number':
      return kind(Number.isFinite(Number(value)) && typeof value !== 'boolean');
    case 'boolean':
      return kind(typeof value === 'boolean' || value === 'true' || value === 'false');
    case 'array':
      return Array.isArray(value) ? value.flatMap((each, at) => valueFaults(spec, type.element, each, `${place}[${at}]`)) : kind(false);
    case 'map':
      return isRecord(value)
        ? Object.entries(value).flatMap(([key, each]) => valueFaults(spec, type.element, each, `${place}.${key}`))
        : kind(false);
    case 'ref':
      return objectFaults(spec, spec.get('typeDefinition', type.reference.$ref).properties, value, `${place}.`);
    case 'tag':
      return kind(isRecord(value) && 'Key' in value && 'Value' in value);
    case 'union': {
      const each = type.types.map((one) => valueFaults(spec, one, value, place));
      return each.some((faults) => faults.length === 0) ? [] : (each[0] ?? []);
    }
    case 'json':
      return kind(typeof value === 'object');
    case 'null':
      return kind(value === null);
  }
}

const isIntrinsic = (value: unknown) =>
  isRecord(value) && Object.keys(value).length === 1 && /^(Ref|Fn::\w+)$/.test(Object.keys(value)[0] ?? '');

/** Lists references to missing resources and to attributes that a type does not have. */
function referenceFaults(spec: SpecDatabase, { Resources }: Template, given: unknown): readonly string[] {
  return [...objectsIn(given)].flatMap((object) => {
    const [ref, attribute] = [object['Ref'], object['Fn::GetAtt']];
    if (typeof ref === 'string' && !ref.startsWith('AWS::') && !Resources[ref]) return [`Ref: the template has no ${ref}`];
    if (attribute === undefined) return [];
    const [id = '', name = ''] = (Array.isArray(attribute) ? attribute : String(attribute).split(/\.(.*)/s)).map(String);
    const type = Resources[id]?.Type;
    if (type === undefined) return [`Fn::GetAtt: the template has no ${id}`];
    const known = resourceOf(spec, type);
    return !known || known.attributes[name] || known.properties[name] ? [] : [`${type} has no attribute ${name}`];
  });
}
