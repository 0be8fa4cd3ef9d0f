import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import { z } from 'zod';
import { at, type Fault, list, objectsIn, ofType, type Template } from './template.ts';

/** A metric with the names of its dimensions. */
export interface Metric {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: readonly string[];
}

const rds = (dimension: string, ...names: readonly string[]) =>
  names.map((name) => ({ namespace: 'AWS/RDS', name, dimensions: [dimension] }));
/** Metrics that AWS's specification lacks, from https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/ */
const documented: readonly Metric[] = [
  // rds-proxy.monitoring.html lists these metrics with "Dimension set 1", which contains only ProxyName.
  ...rds('ProxyName', 'ClientConnections', 'DatabaseConnections', 'DatabaseConnectionsCurrentlySessionPinned'),
  // Aurora.AuroraMonitoring.Metrics.html lists these metrics, and dimensions.html their dimensions.
  ...rds('DBClusterIdentifier', 'ACUUtilization', 'AuroraReplicaLagMaximum', 'ServerlessDatabaseCapacity'),
];

/**
 * Reports each metric in an alarm or a dashboard if nothing writes a metric with this name and these dimensions. Metrics are written by AWS, by the
 * template's metric filters and by the functions (`written`).
 */
export function metricFaults(template: Template, written: readonly Metric[]): readonly Fault[] {
  const known = new Set([...specified(), ...documented, ...filtered(template), ...written].map(keyOf));
  return [...inAlarms(template), ...inDashboards(template)].flatMap(([resource, metric]) =>
    known.has(keyOf(metric)) ? [] : [{ code: 'metric', resource, message: `nothing writes the metric ${keyOf(metric)}: correct its name` }],
  );
}

const keyOf = ({ namespace, name, dimensions }: Metric) => `${namespace} ${name} by ${dimensions.toSorted().join(', ')}`;

function specified(): readonly Metric[] {
  const spec = loadAwsServiceSpecSync();
  return spec.all('metric').flatMap((metric) =>
    spec.follow('usesDimensionSet', metric).map(({ entity }) => ({
      namespace: metric.namespace,
      name: metric.name,
      dimensions: entity.dimensions.map(({ name }) => name),
    })),
  );
}

const transformation = z.object({ MetricNamespace: z.string(), MetricName: z.string() });

function filtered(template: Template): readonly Metric[] {
  return ofType(template, 'AWS::Logs::MetricFilter').flatMap(([, filter]) =>
    list(at(filter, 'MetricTransformations')).map((each) => {
      const { MetricNamespace, MetricName } = transformation.parse(each);
      return { namespace: MetricNamespace, name: MetricName, dimensions: [] };
    }),
  );
}

type Used = readonly (readonly [resource: string, metric: Metric])[];

const alarmed = z.object({
  Namespace: z.string(),
  MetricName: z.string(),
  Dimensions: z.array(z.object({ Name: z.string() })).default([]),
});

function inAlarms(template: Template): Used {
  return ofType(template, 'AWS::CloudWatch::Alarm').flatMap(([id, alarm]) =>
    [...objectsIn(alarm)]
      .filter((each) => 'MetricName' in each)
      .map((each) => {
        const { Namespace, MetricName, Dimensions } = alarmed.parse(each);
        return [id, { namespace: Namespace, name: MetricName, dimensions: Dimensions.map(({ Name }) => Name) }] as const;
      }),
  );
}

const dashboard = z.object({
  widgets: z.array(z.object({ properties: z.object({ metrics: z.array(z.tuple([z.string(), z.string()], z.unknown())) }) })),
});

/** In a dashboard, a metric is a list: the namespace, the name, each dimension followed by its value, and sometimes an object with options. */
function inDashboards(template: Template): Used {
  return ofType(template, 'AWS::CloudWatch::Dashboard').flatMap(([id, properties]) => {
    const { widgets } = dashboard.parse(JSON.parse(String(at(properties, 'DashboardBody', 'Fn::Sub'))));
    return widgets.flatMap((widget) =>
      widget.properties.metrics.map(([namespace, name, ...rest]) => {
        const dimensions = rest.filter((each, index): each is string => index % 2 === 0 && typeof each === 'string');
        return [id, { namespace, name, dimensions }] as const;
      }),
    );
  });
}
