import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { z } from 'zod';
import { root } from '../../local/directory.ts';

const message = z.object({ payload: z.record(z.string(), z.unknown()), examples: z.array(z.object({ payload: z.unknown() })) });
const written: unknown = JSON.parse(readFileSync(path.join(root, 'asyncapi.json'), 'utf8'));
const { components } = z.object({ components: z.object({ messages: z.record(z.string(), message) }) }).parse(written);

/** Makes a schema reject undescribed fields in every object. Consumers ignore such fields, but our own events must not have any. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema).map(([key, value]) => [key, closed(value)]);
  return { ...Object.fromEntries(entries), ...('properties' in schema && { additionalProperties: false }) };
}

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema(z.record(z.string(), z.unknown()).parse(closed(written)), 'asyncapi.json');

/** Every type of event in asyncapi.json, with its examples. */
export const describedEvents = Object.entries(components.messages).map(([type, { examples }]) => ({
  type,
  examples: examples.map(({ payload }) => payload),
}));

/** An event as the target of an EventBridge rule receives it, without the fields that EventBridge adds. */
export interface ReceivedEvent {
  readonly source: string;
  readonly 'detail-type': string;
  readonly detail: unknown;
}

/** Returns the differences between an event and its description in asyncapi.json. */
export function undescribedEvent(event: ReceivedEvent): string[] {
  const type = event['detail-type'];
  if (components.messages[type] === undefined) return [`asyncapi.json has no event ${type}`];
  const validate = ajv.getSchema(`asyncapi.json#/components/messages/${type}/payload`);
  if (!validate) throw new Error(`asyncapi.json has no payload of ${type}`);
  if (validate({ id: 'of EventBridge', time: '2026-11-02T10:30:00Z', ...event })) return [];
  return [`${type} is not as described: ${ajv.errorsText(validate.errors?.slice(0, 5))}: ${JSON.stringify(event).slice(0, 500)}`];
}
