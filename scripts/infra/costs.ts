import { parse } from 'yaml';
import { z } from 'zod';
import { parseServerlessConfig } from '../../local/serverless/serverlessConfig.ts';
import { alarmsOf, statementsAlarm } from './alarms.ts';
import { readersOf } from './readers.ts';
import { infraFunctions, type Resource } from './service.ts';

/**
 * List prices of us-east-1 in US dollars, as of 26 November 2026. A price with `source` 1 is from a page that cites AWS (docs/deploy.md lists these pages). A
 * price with `source` 2 is from memory and not verified. AWS's own price pages show no prices without JavaScript.
 */
const prices = {
  acuHour: { usd: 0.12, source: 1 },
  proxyAcuHour: { usd: 0.015, source: 2 },
  endpointZoneHour: { usd: 0.01, source: 1 },
  secretMonth: { usd: 0.4, source: 1 },
  keyMonth: { usd: 1, source: 1 },
  alarmMetricMonth: { usd: 0.1, source: 2 },
  dashboardMonth: { usd: 3, source: 2 },
  metricMonth: { usd: 0.3, source: 2 },
  lambdaMillion: { usd: 0.2, source: 1 },
  lambdaGbSecond: { usd: 0.0000133334, source: 1 },
} as const;

const hoursOfMonth = 730;
// The minimum number of ACU that RDS Proxy charges for a Serverless v2 cluster.
const leastProxyAcu = 8;
/** The number of metrics that lib/requestLog.ts writes for each function with a route. */
const requestMetrics = 4;

const alarm = z.object({ Metrics: z.array(z.object({ MetricStat: z.unknown().optional() })).optional() });
const filter = z.object({ MetricTransformations: z.tuple([z.object({ MetricName: z.string() })]) });
const endpoint = z.object({ VpcEndpointType: z.string(), SubnetIds: z.array(z.unknown()).default([]) });
const service = z.object({
  params: z.record(
    z.string(),
    z.looseObject({ minCapacity: z.number().optional(), standby: z.string().optional(), readers: z.number().optional() }),
  ),
});

/** The YAML texts of the template: `project` is serverless.yml, and `infra` contains the files of infra/ for a created network. */
export interface Sources {
  readonly project: string;
  readonly infra: readonly string[];
}

/** The longest run of `publishEvents` on an idle stage, in seconds: the timeout of 74 s minus 15 s for the last batch. */
const waitingSeconds = 59;

/** Returns the sentence of docs/deploy.md that states the highest monthly costs of an `eventDelaySeconds` below 60. */
export function delayCosts(): string {
  const runs = hoursOfMonth * 60;
  const usd = runs * waitingSeconds * 0.5 * prices.lambdaGbSecond.usd;
  const calculation = `${runs.toLocaleString('en-US')} x ${waitingSeconds} x 0.5 GB-s x ${price('lambdaGbSecond')}`;
  return `With an \`eventDelaySeconds\` below 60, the \`publishEvents\` of an idle stage runs for up to ${waitingSeconds} s of each minute: ${calculation}, or up to ${usd.toFixed(2)} a month.`;
}

/** Computes the costs of an idle stage from the template's resources. Returns the rows of the table in docs/deploy.md, with a row of sums. */
export function idleCosts({ project, infra }: Sources): readonly string[] {
  const { params } = service.parse(parse(project, { logLevel: 'silent' }));
  const resources = resourcesOf(project, infra);
  const of = <Shape extends z.ZodType>(type: string, shape: Shape): z.output<Shape>[] =>
    resources.filter(({ Type }) => Type === type).map(({ Properties }) => shape.parse(Properties));
  const alarms = of('AWS::CloudWatch::Alarm', alarm);
  const alarmMetrics = alarms.reduce(
    (sum, { Metrics }) => sum + (Metrics?.filter(({ MetricStat }) => MetricStat !== undefined).length ?? 1),
    0,
  );
  const logMetrics = new Set(of('AWS::Logs::MetricFilter', filter).map(({ MetricTransformations: [{ MetricName }] }) => MetricName)).size;
  const routed = infraFunctions(project).filter(({ isRouted }) => isRouted).length;
  const metrics = routed * requestMetrics + logMetrics;
  const interfaces = of('AWS::EC2::VPCEndpoint', endpoint).filter(({ VpcEndpointType }) => VpcEndpointType === 'Interface');
  const zones = interfaces[0]?.SubnetIds.length ?? 0;
  // RDS creates one more secret, the owner's, which the template does not contain.
  const secrets = of('AWS::SecretsManager::Secret', z.unknown()).length + 1;
  const keys = of('AWS::KMS::Key', z.unknown()).length;
  const eachMinute = parseServerlessConfig(project).schedules.filter(({ everyMs }) => everyMs === 60_000);
  const runs = hoursOfMonth * 60 * eachMinute.length;
  const acu = (stage: string) => {
    const { minCapacity = 0, standby, readers = 0 } = { ...params['default'], ...params[stage] };
    return minCapacity * ((standby === 'true' ? 2 : 1) + readers);
  };
  const [staging, production] = [acu('staging'), acu('production')];
  const both = (usd: number) => [usd, usd] as const;
  const rows: readonly (readonly [item: string, calculation: string, usd: readonly [number, number]])[] = [
    [
      `Aurora, ${staging} ACU; production: ${production} ACU, with the standby`,
      `ACU x ${hoursOfMonth} x ${price('acuHour')}`,
      [staging * hoursOfMonth * prices.acuHour.usd, production * hoursOfMonth * prices.acuHour.usd],
    ],
    [
      `RDS Proxy, at least ${leastProxyAcu} ACU`,
      `${leastProxyAcu} x ${hoursOfMonth} x ${price('proxyAcuHour')}`,
      both(leastProxyAcu * hoursOfMonth * prices.proxyAcuHour.usd),
    ],
    [
      `${interfaces.length} endpoints in ${zones} zones`,
      `${interfaces.length} x ${zones} x ${hoursOfMonth} x ${price('endpointZoneHour')}`,
      both(interfaces.length * zones * hoursOfMonth * prices.endpointZoneHour.usd),
    ],
    [
      `${secrets} secrets, ${keys} key`,
      `${secrets} x ${price('secretMonth')} + ${keys} x ${price('keyMonth')}`,
      both(secrets * prices.secretMonth.usd + keys * prices.keyMonth.usd),
    ],
    [
      `${alarms.length} alarms over ${alarmMetrics} metrics, 1 dashboard`,
      `${alarmMetrics} x ${price('alarmMetricMonth')} + ${price('dashboardMonth')}`,
      both(alarmMetrics * prices.alarmMetricMonth.usd + prices.dashboardMonth.usd),
    ],
    [
      `${metrics} custom metrics, once every function is used`,
      `${metrics} x ${price('metricMonth')}`,
      both(metrics * prices.metricMonth.usd),
    ],
    [
      `${eachMinute.map(({ functionName }) => `\`${functionName}\``).join(' and ')}, each minute, 100 ms of 512 MB`,
      `${runs.toLocaleString('en-US')} x (${price('lambdaMillion')}/M + 0.05 x ${price('lambdaGbSecond')})`,
      both(runs * (prices.lambdaMillion.usd / 1e6 + 0.05 * prices.lambdaGbSecond.usd)),
    ],
  ];
  const total = (at: 0 | 1) => rows.reduce((sum, [, , usd]) => sum + Math.round(usd[at] * 100), 0) / 100;
  return [
    ...rows.map(([item, calculation, usd]) => `| ${item} | ${calculation} | ${usd.map((one) => one.toFixed(2)).join(' | ')} |`),
    `| **total** | | **${total(0).toFixed(2)}** | **${total(1).toFixed(2)}** |`,
  ];
}

/** Returns the rows of the table in docs/deploy.md with the costs that readers add to an idle stage. The first row applies to each reader. */
export function readerCosts({ project, infra }: Sources): readonly string[] {
  const { params } = service.parse(parse(project, { logLevel: 'silent' }));
  const [staging, production] = ['staging', 'production'].map((stage) => ({ ...params['default'], ...params[stage] }).minCapacity ?? 0);
  const zones = resourcesOf(project, infra).filter(({ Type }) => Type === 'AWS::EC2::Subnet').length;
  const added = Object.values(readersOf(1).resources.Resources);
  const alarms = added.filter(({ Type }) => Type === 'AWS::CloudWatch::Alarm').length;
  const instance = (acu = 0) => (acu * hoursOfMonth * prices.acuHour.usd).toFixed(2);
  const [endpointUsd, alarmsUsd] = [zones * hoursOfMonth * prices.endpointZoneHour.usd, alarms * prices.alarmMetricMonth.usd];
  return [
    `| each reader, at its minimum of ${staging} ACU; production: ${production} ACU | ACU x ${hoursOfMonth} x ${price('acuHour')} | ${instance(staging)} | ${instance(production)} |`,
    `| the read-only endpoint in ${zones} zones | ${zones} x ${hoursOfMonth} x ${price('endpointZoneHour')} | ${endpointUsd.toFixed(2)} | ${endpointUsd.toFixed(2)} |`,
    `| ${alarms} alarm for their lag | ${alarms} x ${price('alarmMetricMonth')} | ${alarmsUsd.toFixed(2)} | ${alarmsUsd.toFixed(2)} |`,
  ];
}

function price(name: keyof typeof prices): string {
  const { usd, source } = prices[name];
  return `${usd < 0.01 ? usd.toFixed(10) : usd < 0.1 ? usd : usd.toFixed(2)}${source === 1 ? '¹' : '²'}`;
}

function resourcesOf(project: string, infra: readonly string[]): readonly Resource[] {
  const written = infraFunctions(project).flatMap((each) => Object.values(alarmsOf(each)));
  const files = infra.flatMap((text) => {
    const file = parse(text, { logLevel: 'silent' });
    return Object.values<Resource>((file.resources ?? file).Resources ?? {});
  });
  return [...written, statementsAlarm, ...files];
}
