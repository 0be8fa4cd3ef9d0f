import { Failure, messageOf } from '../../local/failure.ts';
import { clientOptions } from './clientOptions.ts';

/**
 * Checks that the event bus exists: EventBridge takes events for a bus that does not exist, answers with their ids and loses them.
 * Returns a line to show. Throws a Failure that says how to create the bus or how to name another, or what AWS answered.
 */
export async function checkEventBus(name: string, region: string, options = clientOptions): Promise<string> {
  const sdk = await import('@aws-sdk/client-eventbridge');
  const client = new sdk.EventBridgeClient({ region, ...options });
  try {
    const { Arn = name } = await client.send(new sdk.DescribeEventBusCommand({ Name: name }));
    return `${Arn} exists`;
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'ResourceNotFoundException')
      throw new Failure(
        `There is no event bus ${name} in ${region}, and the events of orders would be lost. Create it: aws events create-event-bus --name ${name} --region ${region}. ` +
          'Or name one that exists: --param eventBusName=default',
        { cause },
      );
    throw new Failure(
      `AWS could not be asked for the event bus ${name} in ${region}, which needs events:DescribeEventBus: ${messageOf(cause)}`,
      { cause },
    );
  } finally {
    client.destroy();
  }
}
