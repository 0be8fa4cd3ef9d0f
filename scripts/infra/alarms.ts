import type { InfraFunction, Resource } from './service.ts';

const topic = { Ref: 'AlarmTopic' };
/** Of the metrics that are read from the logs. */
export const logNamespace = `\${self:service}-\${sls:stage}`;

/** The alarms of one function: throttled invocations and, for functions that serve no HTTP requests, failures. */
export function alarmsOf({ id, name, isRouted }: InfraFunction): Readonly<Record<string, Resource>> {
  const throttles = alarm(`${name} is asked for more often than its reservedConcurrency. Runbook, "Throttled"`, {
    ...lambdaMetric('Throttles', id),
    Threshold: 10,
    EvaluationPeriods: 3,
  });
  if (isRouted) {
    return {
      [`${id}ThrottlesAlarm`]: throttles,
      // The line that lib/requestLog.ts writes; all functions count into one metric.
      [`${id}Statements`]: {
        Type: 'AWS::Logs::MetricFilter',
        Properties: {
          LogGroupName: { Ref: `${id}LogGroup` },
          FilterPattern: '{ $.message = "The request sent *" }',
          MetricTransformations: [{ MetricNamespace: logNamespace, MetricName: 'StatementsExceeded', MetricValue: '1', DefaultValue: 0 }],
        },
      },
    };
  }
  // migrate has an alarm that knows of its deploys, too (infra/alarms.yml).
  if (name === 'migrate') return { [`${id}ThrottlesAlarm`]: throttles };
  return {
    [`${id}ThrottlesAlarm`]: throttles,
    // One failure is what the next run repeats; a second one in a row is not.
    [`${id}FailedAlarm`]: alarm(`${name} failed in two periods of five minutes running; its log says how`, {
      ...lambdaMetric('Errors', id),
      Period: 300,
      Threshold: 0,
      EvaluationPeriods: 2,
      DatapointsToAlarm: name === 'publishEvents' ? 2 : 1,
    }),
  };
}

/** One for all functions. */
export const statementsAlarm: Resource = alarm('A request sent more statements than its route declares. Runbook, "N+1"', {
  Namespace: logNamespace,
  MetricName: 'StatementsExceeded',
  Threshold: 0,
});

function lambdaMetric(name: string, id: string) {
  return { Namespace: 'AWS/Lambda', MetricName: name, Dimensions: [{ Name: 'FunctionName', Value: { Ref: `${id}LambdaFunction` } }] };
}

function alarm(description: string, properties: Readonly<Record<string, unknown>>): Resource {
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
