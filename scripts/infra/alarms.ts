import type { InfraFunction, Resource } from './service.ts';

const topic = { Ref: 'AlarmTopic' };
/** The namespace of metrics that are extracted from the logs. */
export const logNamespace = `\${self:service}-\${sls:stage}`;

/** Returns a function's alarm for throttled invocations. Adds a metric of exceeded statement budgets if the function has a route, otherwise a failure alarm. */
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
  // infra/alarms.yml contains the failure alarm of migrate, which also counts migrations that failed during a deploy.
  if (name === 'migrate') return { [`${id}ThrottlesAlarm`]: throttles };
  const isRetried = name === 'publishEvents';
  return {
    [`${id}ThrottlesAlarm`]: throttles,
    // The next run of publishEvents retries a failed run, so its alarm needs failures in two consecutive periods.
    [`${id}FailedAlarm`]: alarm(`${name} failed${isRetried ? ' in two consecutive periods of five minutes' : ''}. See its log`, {
      ...lambdaMetric('Errors', id),
      Period: 300,
      Threshold: 0,
      EvaluationPeriods: 2,
      DatapointsToAlarm: isRetried ? 2 : 1,
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

/** Returns an alarm that notifies AlarmTopic. By default, it compares the sum of one minute with the threshold. */
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
