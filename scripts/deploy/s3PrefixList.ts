import { Failure } from '../../local/failure.ts';
import { awsClientOptions, withAwsClient } from '../awsClient.ts';

/**
 * Returns the ID of S3's prefix list in the region. `migrate` must be allowed to connect to S3's addresses, because it reports to CloudFormation through S3.
 * https://docs.aws.amazon.com/vpc/latest/userguide/working-with-aws-managed-prefix-lists.html
 * Throws a Failure with the remedy if the region has none, or with AWS's error.
 */
export async function s3PrefixList(region: string, options = awsClientOptions()): Promise<string> {
  const sdk = await import('@aws-sdk/client-ec2');
  const name = `com.amazonaws.${region}.s3`;
  const fault = `The prefix list ${name} could not be looked up, which requires ec2:DescribeManagedPrefixLists`;
  return withAwsClient(new sdk.EC2Client({ region, ...options }), fault, async (client) => {
    const asked = { Filters: [{ Name: 'prefix-list-name', Values: [name] }] };
    for await (const { PrefixLists = [] } of sdk.paginateDescribeManagedPrefixLists({ client }, asked)) {
      const id = PrefixLists.find(({ PrefixListName }) => PrefixListName === name)?.PrefixListId;
      if (id !== undefined) return id;
    }
    throw new Failure(
      `EC2 has no prefix list ${name}, so migrate could not report to CloudFormation. Set another region as provider.region in serverless.yml`,
    );
  });
}
