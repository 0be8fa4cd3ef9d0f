import { Failure, messageOf } from '../../local/failure.ts';
import { awsClientOptions } from '../awsClientOptions.ts';

/** Returns the API's URL from the stack's outputs. Throws a Failure if the stack does not have it. */
export async function apiAddress(stack: string, region: string): Promise<string> {
  const { CloudFormationClient, DescribeStacksCommand } = await import('@aws-sdk/client-cloudformation');
  const client = new CloudFormationClient({ region, ...awsClientOptions() });
  try {
    const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName: stack }));
    const address = Stacks[0]?.Outputs?.find(({ OutputKey }) => OutputKey === 'HttpApiUrl')?.OutputValue;
    if (!address) throw new Error('it has no output HttpApiUrl');
    return address;
  } catch (cause) {
    throw new Failure(`The API's URL could not be read from the stack ${stack} in ${region}: ${messageOf(cause)}`, { cause });
  } finally {
    client.destroy();
  }
}
