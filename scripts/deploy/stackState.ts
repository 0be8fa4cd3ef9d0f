import { Failure } from '../../local/failure.ts';
import { awsClientOptions, withAwsClient } from '../awsClient.ts';

const database = 'DatabaseCluster';
// The statuses of a stack that can be deployed: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html
const ready = /^(CREATE|UPDATE|UPDATE_ROLLBACK|IMPORT|IMPORT_ROLLBACK)_COMPLETE$/;

/**
 * Returns whether this is the first deploy of the stage, and a line of output. A deploy is the first if the stack has no database. The rollback of a failed
 * first deploy deletes the database, so the next deploy counts as the first again.
 * @throws Failure with the remedy if the stack cannot be updated in its current state
 */
export async function stackState(stack: string, region: string, options = awsClientOptions()): Promise<{ isFirst: boolean; line: string }> {
  const sdk = await import('@aws-sdk/client-cloudformation');
  /** Ignores the error for a missing stack or resource. CloudFormation uses ValidationError for every invalid request, so the message decides. */
  const orMissing = (error: unknown): undefined => {
    if (!(error instanceof Error && error.name === 'ValidationError' && error.message.includes('does not exist'))) throw error;
  };
  const fault = `The stack ${stack} in ${region} could not be looked up`;
  return withAwsClient(new sdk.CloudFormationClient({ region, ...options }), fault, async (client) => {
    const found = await client.send(new sdk.DescribeStacksCommand({ StackName: stack })).catch(orMissing);
    const status = found?.Stacks?.[0]?.StackStatus;
    if (status === undefined) return { isFirst: true, line: `${stack} does not exist yet` };
    if (!ready.test(status)) throw new Failure(remedy(stack, region, status));
    const resource = await client
      .send(new sdk.DescribeStackResourceCommand({ StackName: stack, LogicalResourceId: database }))
      .catch(orMissing);
    const resourceStatus = resource?.StackResourceDetail?.ResourceStatus;
    // Only a missing resource and these two statuses prove that no database exists. In another status, such as DELETE_FAILED, the database may still exist.
    // The deploy must then not count as the first, because a first deploy begins with the database's deletion protection off.
    const isFirst = resourceStatus === undefined || /^(DELETE_COMPLETE|CREATE_FAILED)$/.test(resourceStatus);
    return { isFirst, line: `${stack} is ${status}${isFirst ? ' and has no database yet' : ''}` };
  });
}

function remedy(stack: string, region: string, status: string): string {
  const head = `The stack ${stack} is ${status}, so it cannot be deployed.`;
  const aws = (command: string) => `aws cloudformation ${command} --stack-name ${stack} --region ${region}`;
  if (status === 'UPDATE_ROLLBACK_FAILED')
    return `${head} Correct what the stack's events report, then run ${aws('continue-update-rollback')}. See docs/deploy.md, "When a deploy fails"`;
  if (status.endsWith('_IN_PROGRESS')) return `${head} Another deploy or rollback is running. Wait for it: ${aws('describe-stack-events')}`;
  if (status === 'DELETE_FAILED')
    return `${head} Correct what prevents its deletion (${aws('describe-stack-events')}). Delete it and deploy again: ${aws('delete-stack')}`;
  return `${head} Its creation failed before it had a database. Delete it and deploy again: ${aws('delete-stack')}`;
}
