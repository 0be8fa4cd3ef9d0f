import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { alarmsOf } from '../../scripts/infra/alarms.ts';
import { roleOf } from '../../scripts/infra/roles.ts';
import { infraFunctions } from '../../scripts/infra/service.ts';

const project = readFileSync('serverless.yml', 'utf8');

it('names a function that is missing in custom.access', () => {
  const withOne = project.replace('\nfunctions:\n', '\nfunctions:\n  greet: { handler: dist/functions/greet.handler }\n');
  expect(() => infraFunctions(withOne)).toThrow(
    /custom\.access lacks functions\. Add greet: \[database\] \(or \[\] for a function without permissions\)/,
  );
  expect(infraFunctions(withOne.replace('  access:\n', '  access:\n    greet: []\n'))).toContainEqual({
    ...{ name: 'greet', id: 'Greet', access: [], isRouted: false },
  });
});

it('rejects an unknown permission, and a function that does not exist', () => {
  expect(() => infraFunctions(project.replace('getProduct: [database]', 'getProduct: [everything]'))).toThrow(
    /custom\.access\.getProduct\.0/,
  );
  expect(() => infraFunctions(project.replace('getProduct: [database]', 'getProduct: [database]\n    gone: []'))).toThrow(/gone/);
});

it('lets publishEvents look up its event bus and put events, both in its role and in the policy of the VPC endpoint', () => {
  const publisher = infraFunctions(project).find(({ name }) => name === 'publishEvents');
  const role = JSON.stringify(publisher && roleOf(publisher));
  const { resources } = parse(readFileSync('infra/network/made.yml', 'utf8'), { logLevel: 'silent' });
  const endpoint = JSON.stringify(resources.Resources.EventsEndpoint.Properties.PolicyDocument);
  for (const action of ['events:PutEvents', 'events:DescribeEventBus']) {
    expect(role).toContain(action);
    expect(endpoint).toContain(action);
  }
});

it('denies network actions to the code of each function, and to its versions and aliases', () => {
  for (const each of infraFunctions(project))
    expect(JSON.stringify(roleOf(each))).toMatch(
      new RegExp(
        `"ArnLike":\\{"lambda:SourceFunctionArn":\\[\\{"Fn::Sub":"[^"]+-${each.name}"\\},\\{"Fn::Sub":"[^"]+-${each.name}:\\*"\\}\\]`,
      ),
    );
});

it('has metric filters for exactly the log messages that the code marks with forAlarm', () => {
  const source = globSync('lib/**/*.ts')
    .map((file) => readFileSync(file, 'utf8'))
    .join();
  const written = infraFunctions(project).flatMap((each) => Object.values(alarmsOf(each)));
  const text = `${JSON.stringify(written)}${readFileSync('infra/alarms.yml', 'utf8')}`.replaceAll('\\"', '"');
  const messages = new Set(Array.from(text.matchAll(/\$\.message = "([^"]+)"/g), ([, message = '']) => message));
  expect(messages).toContain('statement budget exceeded');
  const logged = Array.from(
    source.matchAll(/\blog\.\w+\(\s*'([^']+)'(?:(?!\blog\.)[^;])*\{ forAlarm: true \}/g),
    ([, message = '']) => message,
  );
  expect(logged.sort()).toEqual([...messages].sort());
});
