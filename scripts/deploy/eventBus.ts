import { Failure } from '../../local/failure.ts';
import { awsClientOptions, unlessError, withAwsClient } from '../awsClient.ts';

/**
 * Checks that the event bus exists. For a missing bus, EventBridge returns event IDs but drops the events. Returns a line of output. Throws a Failure with the
 * command that creates the bus, or with AWS's error.
 */
export async function checkEventBus(name: string, region: string, options = awsClientOptions()): Promise<string> {
  const sdk = await import('@aws-sdk/client-eventbridge');
  const fault = `The event bus ${name} in ${region} could not be looked up, which requires events:DescribeEventBus`;
  return withAwsClient(new sdk.EventBridgeClient({ region, ...options }), fault, async (client) => {
    const bus = await unlessError('ResourceNotFoundException', client.send(new sdk.DescribeEventBusCommand({ Name: name })));
    if (bus) return `${bus.Arn ?? name} exists`;
    throw new Failure(
      `There is no event bus ${name} in ${region}, so order events would be lost. Create it: aws events create-event-bus --name ${name} --region ${region}. ` +
        'Or use an existing one: --param eventBusName=default',
    );
  });
}
