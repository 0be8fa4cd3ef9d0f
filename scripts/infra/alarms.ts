import type { InfraFunction, Resource } from './service.ts';

const topic = { Ref: 'AlarmTopic' };
/** The namespace of metrics that are extracted from the logs. */
export const logNamespace = `\${self:service}-\${sls:stage}`;

/** The alarms of one function: throttled invocations and, for functions that serve no HTTP requests, failures. */
export function alarmsOf({ id, name, isRouted }: InfraFunction): Readonly<Record<string, Resource>> {
  const throttles = alarm(`${name} receives more concurrent invocations than its reservedConcurrency. Runbook, "Throttled"`, {
    ...lambdaMetric('Throttles', id),
    Threshold: 10,
    EvaluationPeriods: 3,
  });
  if (isRouted) {
    return {
      [`${id}ThrottlesAlarm`]: throttles,
      // Matches the line that lib/requestLog.ts writes. All functions share one metric.
      [`${id}Statements`]: {
        Type: 'AWS::Logs::MetricFilter',
        Properties: {
          LogGroupName: { Ref: `${id}LogGroup` },
          FilterPattern: '{ $.message = "statement budget exceeded" }',
          MetricTransformations: [{ MetricNamespace: logNamespace, MetricName: 'StatementsExceeded', MetricValue: '1', DefaultValue: 0 }],
        },
      },
    };
  }
  // infra/alarms.yml has the alarm of migrate, which includes failed deploys.
  if (name === 'migrate') return { [`${id}ThrottlesAlarm`]: throttles };
  return {
    [`${id}ThrottlesAlarm`]: throttles,
    // The next run retries a failed run, so only a second failure in a row raises the alarm.
    [`${id}FailedAlarm`]: alarm(`${name} failed in two consecutive periods of five minutes. See its log`, {
      ...lambdaMetric('Errors', id),
      Period: 300,
      Threshold: 0,
      EvaluationPeriods: 2,
      DatapointsToAlarm: name === 'publishEvents' ? 2 : 1,
    }),
  };
}

/** The alarm for exceeded statement budgets, shared by all functions. */
export const statementsAlarm: Resource = alarm('A request sent more statements than its route declares. Runbook, "N+1"', {
  Namespace: logNamespace,
  MetricName: 'StatementsExceeded',
  Threshold: 0,
});

function lambdaMetric(name: string, id: string) {
  return { Namespace: 'AWS/Lambda', MetricName: name, Dimensions: [{ Name: 'FunctionName', Value: { Ref: `${id}LambdaFunction` } }] };
}

/** An alarm of the topic AlarmTopic: by default, a sum above the threshold in one minute. */
export function alarm(description: string, properties: Readonly<Record<string, unknown>>): Resource {
  return {
    Type: 'AWS::CloudWatch::Alarm',
    Properties: {
      AlarmDescription: description,
      Statistic: 'Sum',
      Period: 60,
      EvaluationPeriods: 1,
      ComparisonOperator: 'GreaterThanThreshold',
      TreatMissingData: 'notBreaching',
      AlarmActions: [topic],
      ...properties,
    },
  };
}
