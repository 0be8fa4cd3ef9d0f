import { cloudWatchMetrics } from '../../lib/requestLog.ts';
import type { Metric } from '../../scripts/template/metrics.ts';

/** The metrics that the functions write in their log lines. */
export const writtenMetrics: readonly Metric[] = cloudWatchMetrics.flatMap(({ Namespace, Dimensions, Metrics }) =>
  Dimensions.flatMap((dimensions) => Metrics.map(({ Name }) => ({ namespace: Namespace, name: Name, dimensions }))),
);
