import { Failure, messageOf } from '../../local/failure.ts';
import { clientOptions } from './clientOptions.ts';

/** The API's address, as the stack answers it. Throws a Failure where it does not. */
export async function apiAddress(stack: string, region: string): Promise<string> {
  const { CloudFormationClient, DescribeStacksCommand } = await import('@aws-sdk/client-cloudformation');
  const client = new CloudFormationClient({ region, ...clientOptions });
  try {
    const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName: stack }));
    const address = Stacks[0]?.Outputs?.find(({ OutputKey }) => OutputKey === 'HttpApiUrl')?.OutputValue;
    if (!address) throw new Error('it has no output HttpApiUrl');
    return address;
  } catch (cause) {
    throw new Failure(`The stack ${stack} in ${region} does not say where the API is: ${messageOf(cause)}`, { cause });
  } finally {
    client.destroy();
  }
}
