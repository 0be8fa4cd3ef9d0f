import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { eventDetails } from '../../lib/events/eventDetail.ts';
import type { EventType } from '../../lib/events/orderEvent.ts';
import { root } from '../../local/directory.ts';
import { examples } from './examples.ts';

type Json = Record<string, unknown>;

const description = `Every change of an order, on Amazon EventBridge.

- **Delivery.** At least once. Use \`detail.id\` to recognise duplicates; the \`id\` outside the detail changes with every publication.
- **Sequence.** \`detail.sequence\` counts an order's events from 1 without gaps. EventBridge and its targets may deliver them in another sequence.
- **Changes.** New fields may be added under the same \`schemaVersion\`. Ignore fields that you do not know.`;

const summaries: Readonly<Record<EventType, string>> = {
  'order.placed': 'A customer placed an order.',
  'order.advanced': 'Staff advanced an order to its next status.',
  'order.cancelled': 'An order was cancelled, and its stock was returned.',
  'order.paid': 'A payment of an order was recorded.',
  'order.refunded': 'A refund of an order was recorded.',
};

/** The descriptions of the fields of all events. */
export const fields: Readonly<Record<string, string>> = {
  schemaVersion: 'The version of this schema. It changes only if a field is removed or changes its meaning.',
  id: "The event's ID. A repeated or replayed event has the same ID.",
  orderId: "The order's ID.",
  sequence: "The event's place among the order's events, from 1 without gaps.",
  time: 'When the change was made, in UTC.',
  actor:
    'Who made the change: `customer`, `system`, `staff:<subject>` or `payments:<subject>`. The subject is missing if the token has none that the database can store. After the erasure of a staff member, that subject is missing too.',
  requestId: 'The ID of the request or the run that made the change.',
  replayed: 'Present if the event was published again on request.',
  status: "The order's status after the change.",
  previousStatus: "The order's status before the change.",
  totalInCents: "The sum of the order's lines, in whole cents.",
  discountCode: 'The discount code of the order. Null for none.',
  lineItems: "The order's lines, sorted by `productId`.",
  productId: "The product's ID.",
  quantity: 'The number of units.',
  unitPriceInCents: 'The price of one unit when the order was placed, in whole cents.',
  reason: 'Who cancelled the order: `customer`, staff (`fulfilment`), or the shop because the order was not paid in time (`unpaid`).',
  note: 'Why staff cancelled the order. Present only with the reason `fulfilment`.',
  refundDueInCents: 'The amount that was paid and must be refunded, in whole cents.',
  amountInCents: 'The amount of this payment or refund, in whole cents.',
  paidInCents: "The sum of the order's payments minus its refunds, in whole cents.",
  reference: "The payment provider's ID of this payment or refund.",
};

/** Returns the name of a detail's schema, such as `OrderPlaced`. */
const schemaName = (type: string) => type.replace(/(?:^|\.)([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Creates the AsyncAPI 3 document of the order events from the schemas of their details. */
export async function asyncApiDocument(): Promise<Json> {
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  const types = Object.entries(eventDetails);
  const reference = (kind: string, name: string) => ({ $ref: `#/${kind}/${name}` });
  return {
    asyncapi: '3.0.0',
    info: { title: 'Order events', version, description, license: { name: 'MIT', url: 'https://opensource.org/license/mit' } },
    defaultContentType: 'application/json',
    channels: {
      orderEvents: {
        // The address is null, because each stage has its own bus.
        address: null,
        description: 'The event bus of the stage (parameter `eventBusName`). The source of the events is `orders`.',
        messages: Object.fromEntries(types.map(([type]) => [type, reference('components/messages', type)])),
      },
    },
    operations: {
      publishOrderEvents: { action: 'send', channel: reference('channels', 'orderEvents'), summary: 'Publishes every change of an order.' },
    },
    components: {
      messages: Object.fromEntries(types.map(([type]) => [type, messageOf(type, exampleOf(type))])),
      schemas: Object.fromEntries(types.map(([type, schema]) => [schemaName(type), jsonSchema(schema)])),
    },
  };
}

function exampleOf(type: string): unknown {
  return Object.entries(examples).find(([known]) => known === type)?.[1];
}

/** Describes an event of EventBridge, as a rule's target receives it. */
function messageOf(type: string, detail: unknown): Json {
  const summary = Object.entries(summaries).find(([known]) => known === type)?.[1];
  return {
    ...{ name: type, title: schemaName(type), summary },
    payload: {
      type: 'object',
      properties: {
        id: { type: 'string', description: "EventBridge's ID of this publication. Use the detail's `id` to recognise duplicates." },
        source: { const: 'orders', description: 'The source of every order event.' },
        'detail-type': { const: type, description: "The event's type." },
        time: { type: 'string', format: 'date-time', description: 'When the change was made, in whole seconds.' },
        detail: { $ref: `#/components/schemas/${schemaName(type)}` },
      },
      required: ['id', 'source', 'detail-type', 'time', 'detail'],
    },
    examples: [
      {
        name: type,
        payload: {
          id: '0d1f6e0e-3b44-4a0f-9a53-2c4f0a6b7c88',
          source: 'orders',
          'detail-type': type,
          time: '2026-11-02T10:30:00Z',
          detail,
        },
      },
    ],
  };
}

/** Converts a detail's schema to JSON Schema draft 7, which AsyncAPI uses. Allows fields that are added later. */
function jsonSchema(schema: z.core.$ZodType): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    override: ({ jsonSchema: { properties = {} } }) => {
      for (const [name, property] of Object.entries(properties)) {
        const about = fields[name];
        // Copies the property, because several properties may be the same object. Without the copy, the last description would replace the others.
        if (about !== undefined && typeof property === 'object') properties[name] = { ...property, description: about };
      }
    },
  });
  return json;
}
