import { readFileSync } from 'node:fs';
import asyncApiSpecs from '@asyncapi/specs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { eventDetails } from '../../lib/events/eventDetail.ts';
import { describedEvents, undescribedEvent } from '../support/eventDescription.ts';

const received = z.object({ id: z.string(), time: z.string(), source: z.string(), 'detail-type': z.string(), detail: z.looseObject({}) });
const examples = describedEvents.flatMap(({ type, examples }) => examples.map((example) => ({ type, event: received.parse(example) })));
const document = () =>
  z.looseObject({ asyncapi: z.string(), channels: z.looseObject({}) }).parse(JSON.parse(readFileSync('asyncapi.json', 'utf8')));

const ajv = new Ajv({ strict: false });
addFormats.default(ajv);
const isAsyncApi = ajv.compile(z.record(z.string(), z.unknown()).parse(asyncApiSpecs.schemasWithoutId['3.0.0']));

it("follows AsyncAPI's own JSON Schema", () => {
  isAsyncApi(document());
  expect(isAsyncApi.errors).toBeNull();
});

it.each([
  ['another version', { asyncapi: '2.6.0' }],
  ['a channel with an unknown field', { channels: { orderEvents: { adress: null } } }],
])('rejects a description with %s', (_, change) => {
  expect(isAsyncApi({ ...document(), ...change })).toBe(false);
});

it('describes every type of event, with an example of each', () => {
  expect(describedEvents.map(({ type }) => type)).toEqual(Object.keys(eventDetails));
  expect(examples.map(({ type }) => type)).toEqual(Object.keys(eventDetails));
});

it.each(examples)('gives a valid example of $type', ({ event, type }) => {
  expect(undescribedEvent(event)).toEqual([]);
  expect(undescribedEvent({ ...event, detail: { ...event.detail, replayed: true } })).toEqual([]);
  expect(event['detail-type']).toBe(type);
});

it.each([
  ['a field that is not described', { deliveryAddress: 'Canal Street 1' }],
  ['an amount that is not a whole number', { totalInCents: 19.99 }],
  ['another version', { schemaVersion: 2 }],
  ['the sequence 0', { sequence: 0 }],
  ['a time without its zone', { time: '2026-11-02T09:30:00' }],
  ['an unknown actor', { actor: 'somebody' }],
])('rejects an event with %s', (_, change) => {
  for (const { event } of examples) expect(undescribedEvent({ ...event, detail: { ...event.detail, ...change } })).toHaveLength(1);
});

it.each(['schemaVersion', 'id', 'orderId', 'sequence', 'time', 'actor', 'requestId', 'status', 'totalInCents', 'discountCode'])(
  'rejects an event without %s',
  (field) => {
    for (const { event } of examples) {
      const { [field]: _, ...detail } = event.detail;
      expect(undescribedEvent({ ...event, detail })).toHaveLength(1);
    }
  },
);

it('rejects an event from another source or of an unknown type', () => {
  const [{ event } = { event: undefined }] = examples;
  if (!event) throw new Error('asyncapi.json has no example');
  expect(undescribedEvent({ ...event, source: 'shop' })).toHaveLength(1);
  expect(undescribedEvent({ ...event, 'detail-type': 'order.lost' })).toHaveLength(1);
});
