import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { delayCosts, idleCosts, readerCosts } from '../../scripts/infra/costs.ts';

const read = (file: string) => readFileSync(file, 'utf8');
const sources = {
  project: read('serverless.yml'),
  infra: [...globSync('infra/*.yml').sort(), 'infra/network/made.yml'].map(read),
};

const tableOf = (title: string) => {
  const [, table = ''] = new RegExp(`^\\| ${title} \\|.*\\n\\| ---.*\\n((?:\\|.*\\n)+)`, 'm').exec(read('docs/deploy.md')) ?? [];
  return table.trimEnd().split('\n');
};

it('docs/deploy.md states the computed costs of an idle stage', () => {
  expect(tableOf('Idle')).toEqual(idleCosts(sources));
});

it('docs/deploy.md adds up the costs at 100 orders/s, and repeats the idle costs that do not depend on the load', () => {
  const usd = (row: string) => Number(/([\d,.]+)(?:\*\*)? \|$/.exec(row)?.[1]?.replace(',', ''));
  const sumOf = (rows: readonly string[]) => rows.reduce((sum, row) => sum + usd(row), 0).toFixed(2);
  const rows = tableOf('At 100 orders/s');
  const constant = idleCosts(sources).filter((row) => /^\| \d+ (endpoints|secrets|alarms|custom metrics)/.test(row));
  expect(usd(rows.find((row) => row.includes('as above')) ?? '').toFixed(2)).toBe(sumOf(constant));
  expect(usd(rows.at(-1) ?? '').toFixed(2)).toBe(sumOf(rows.slice(0, -1)));
});

it('docs/deploy.md states the computed costs that readers add', () => {
  expect(tableOf('With readers, idle')).toEqual(readerCosts(sources));
});

it('the costs of a stage include its readers', () => {
  const [aurora] = idleCosts({ ...sources, project: sources.project.replace('readers: 0', 'readers: 2') });
  expect(aurora).toMatch(/^\| Aurora, 1\.5 ACU; production: 4 ACU, .*\| 131\.40 \| 350\.40 \|$/);
});

it('docs/deploy.md states the highest costs of a publisher with a shorter delay', () => {
  expect(read('docs/deploy.md')).toContain(`\n${delayCosts()}\n`);
});

it('the costs of a stage change with a new alarm, a new route and another capacity', () => {
  const before = idleCosts(sources);
  const alarm = 'Resources: { New: { Type: AWS::CloudWatch::Alarm, Properties: { MetricName: x } } }';
  const more = idleCosts({
    project: sources.project
      .replace('minCapacity: 0.5', 'minCapacity: 2')
      .replace('\nfunctions:\n', "\nfunctions:\n  greet: { handler: functions/greet.handler, events: [{ httpApi: 'GET /greet' }] }\n")
      .replace('  access:\n', '  access:\n    greet: []\n'),
    infra: [...sources.infra, alarm],
  });
  const counts = (rows: readonly string[]) => rows.flatMap((row) => /\| (\d+) (?:alarms|custom)/.exec(row)?.[1] ?? []).map(Number);
  const [alarms = 0, metrics = 0] = counts(before);
  // The route's function has an alarm for throttles, and four metrics.
  expect(counts(more)).toEqual([alarms + 2, metrics + 4]);
  expect(more[0]).toMatch(/^\| Aurora, 2 ACU; production: 2 ACU, .*\| 175\.20 \| 175\.20 \|$/);
});
