import { catalogueOperations } from './catalogueOperations.ts';
import { customerOperations } from './customerOperations.ts';
import { fulfilmentOperations } from './fulfilmentOperations.ts';
import type { Operation } from './operation.ts';
import { orderOperations } from './orderOperations.ts';
import { paymentOperations } from './paymentOperations.ts';
import { productOperations } from './productOperations.ts';
import { reportOperations } from './reportOperations.ts';

const document = { openapi: '3.1.1', info: { title: 'Orders API', version: '1.0.0' }, paths: { '/products': {} } };

/** The descriptions by operation. A test fails for a route without one. */
export const operations: Readonly<Record<string, Operation>> = {
  ...productOperations,
  ...catalogueOperations,
  ...orderOperations,
  ...customerOperations,
  ...fulfilmentOperations,
  ...paymentOperations,
  ...reportOperations,
  openapi: {
    ...{ tag: 'Description', summary: 'Retrieve the API description', description: 'Returns this description as an OpenAPI 3.1 document.' },
    answer: { description: 'An OpenAPI 3.1 document.', example: document },
  },
  docs: {
    ...{ tag: 'Description', summary: 'Retrieve the documentation page' },
    description: 'Returns a page that documents the API, with forms to call it.',
    answer: { description: 'An HTML page.', text: { 'text/html': '<!doctype html><title>Orders API</title>' } },
  },
};
