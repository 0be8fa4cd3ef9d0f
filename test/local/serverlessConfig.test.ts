import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../local/directory.ts';
import { parseServerlessConfig, readServerlessConfig } from '../../local/serverless/serverlessConfig.ts';

const head = 'service: shop\nprovider:\n  name: aws\n  timeout: 25\n';

function withFunction(lines: string, authorizers = ''): string {
  return `${head}${authorizers}functions:\n  hello:\n    handler: dist/functions/hello.handler\n${lines}`;
}

const authorizers = `
  httpApi:
    authorizers:
      customers:
        identitySource: $request.header.Authorization
        issuerUrl: \${param:issuer}
        audience: shop
`;

test('reads every function and route of this project', async () => {
  const config = await readServerlessConfig(path.join(root, 'serverless.yml'));
  const placeOrder = config.functions.find(({ name }) => name === 'placeOrder');
  expect(placeOrder).toMatchObject({
    handler: 'dist/functions/placeOrder.handler',
    timeoutMs: 25_000,
    memoryMb: 512,
    reservedConcurrency: 20,
  });
  expect(placeOrder?.environmentKeys).toContain('DATABASE_SECRET_ARN');
  expect(config.functions.find(({ name }) => name === 'migrate')?.timeoutMs).toBe(900_000);
  expect(config.routes.find(({ key }) => key === 'POST /orders')).toEqual({
    key: 'POST /orders',
    method: 'POST',
    path: '/orders',
    functionName: 'placeOrder',
    authorizer: { name: 'customers', scopes: [] },
  });
  expect(config.routes.find(({ key }) => key === 'GET /products')?.authorizer).toBeUndefined();
  expect(config.authorizers).toMatchObject([{ name: 'customers', header: 'authorization' }]);
});

test('returns the values of plain environment variables, but only the names of computed variables', () => {
  const { functions } = parseServerlessConfig(
    withFunction(
      `    environment:\n      PLAIN: text\n      NUMBER: 5\n      STAGE: \${sls:stage}\n      TABLE: !Ref Table\n      ARN: !GetAtt [Table, Arn]\n      OBJECT:\n        Fn::Sub: x\n`,
    ),
  );
  expect(functions[0]?.environmentKeys).toEqual(['PLAIN', 'NUMBER', 'STAGE', 'TABLE', 'ARN', 'OBJECT']);
  expect(functions[0]?.environment).toMatchObject({ PLAIN: 'text', NUMBER: '5' });
  expect(functions[0]?.environment).not.toHaveProperty('STAGE');
  expect(functions[0]?.environment).not.toHaveProperty('OBJECT');
  expect(functions[0]?.environment).not.toHaveProperty('ARN');
});

test('does not use the text after a CloudFormation tag as a value', () => {
  const { functions } = parseServerlessConfig(
    withFunction(`    environment:\n      TABLE: !Ref Table\n      NAME: !Sub "x-\${AWS::Region}"\n`),
  );
  expect(functions[0]?.environment).toEqual({});
});

test.each([
  ["httpApi: '*'", '$default', 'ANY'],
  ["httpApi: { method: '*', path: '*' }", '$default', 'ANY'],
  ['httpApi: { path: $default }', '$default', 'ANY'],
  ['httpApi: GET /a/{id}', 'GET /a/{id}', 'GET'],
  ["httpApi: { method: '*', path: /a }", 'ANY /a', 'ANY'],
  ["httpApi: { method: post, path: '/a/{rest+}' }", 'POST /a/{rest+}', 'POST'],
])('reads the route %s', (event, key, method) => {
  expect(parseServerlessConfig(withFunction(`    events:\n      - ${event}\n`)).routes).toMatchObject([
    { key, method, functionName: 'hello' },
  ]);
});

test("reads a route's authorizer with scopes, and an authorizer that is only a name", () => {
  const events =
    '    events:\n      - httpApi: { method: GET, path: /a, authorizer: { name: customers, scopes: [a, b] } }\n      - httpApi: { method: GET, path: /b, authorizer: customers }\n';
  const { routes } = parseServerlessConfig(withFunction(events, authorizers));
  expect(routes.map(({ authorizer }) => authorizer)).toEqual([
    { name: 'customers', scopes: ['a', 'b'] },
    { name: 'customers', scopes: [] },
  ]);
});

test('replaces the parameter scopePrefix in scopes', () => {
  const events = `    events:\n      - httpApi: { method: GET, path: /a, authorizer: { name: customers, scopes: ['\${param:scopePrefix}a', b] } }\n`;
  const scopes = (parameters: string) =>
    parseServerlessConfig(parameters + withFunction(events, authorizers)).routes[0]?.authorizer?.scopes;
  expect(scopes('params:\n  default:\n    scopePrefix: shop/\n')).toEqual(['shop/a', 'b']);
  expect(scopes('')).toEqual(['a', 'b']);
});

test.each([
  [
    'an unknown authorizer',
    '    events:\n      - httpApi: { method: GET, path: /a, authorizer: nobody }\n',
    /functions\.hello: provider\.httpApi\.authorizers has no nobody/,
  ],
  [
    'an authorizer of another kind',
    '    events:\n      - httpApi: { method: GET, path: /a, authorizer: { type: aws_iam } }\n',
    /functions\.hello: httpApi: cannot read/,
  ],
  ['an unknown key', '    events:\n      - httpApi: { method: GET, path: /a, cache: true }\n', /cannot read .*cache/],
  ['a greedy parameter before the end of a path', "    events:\n      - httpApi: 'GET /{a+}/b'\n", /greedy/],
  ['an unknown method', '    events:\n      - httpApi: FETCH /a\n', /unknown method FETCH/],
  ['a duplicate route', '    events:\n      - httpApi: GET /a\n      - httpApi: GET /a\n', /duplicate route GET \/a/],
  ['an event of an unsupported kind', '    events:\n      - sqs: queue\n', /functions\.hello: events of kind sqs are not supported/],
  ['a timeout that is not a number', '    timeout: soon\n', /functions\.hello\.timeout/],
  ['broken YAML', '    timeout: [\n', /^serverless\.yml: .*line/],
])('names the place of %s in a one-line error', (_, lines, message) => {
  const read = () => parseServerlessConfig(withFunction(lines));
  expect(read).toThrow(message);
  expect(read).toThrow(/^serverless\.yml: [^\n]*$/);
});
