import { awsClientOptions, withAwsClient } from '../awsClient.ts';

/** Returns the API's URL from the stack's outputs. Throws a Failure if no output contains it. */
export async function apiAddress(stack: string, region: string): Promise<string> {
  const { CloudFormationClient, DescribeStacksCommand } = await import('@aws-sdk/client-cloudformation');
  const fault = `The API's URL could not be read from the stack ${stack} in ${region}`;
  return withAwsClient(new CloudFormationClient({ region, ...awsClientOptions() }), fault, async (client) => {
    const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName: stack }));
    const address = Stacks[0]?.Outputs?.find(({ OutputKey }) => OutputKey === 'HttpApiUrl')?.OutputValue;
    if (!address) throw new Error('the stack has no output HttpApiUrl');
    return address;
  });
}
