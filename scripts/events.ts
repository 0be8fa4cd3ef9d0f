// npm run events -- replay --from <time> --to <time> [--order id] [--stage stage]: publishes events again, locally or on a deployed stage.
import { localDirectory } from '../local/directory.ts';
import { Failure } from '../local/failure.ts';
import { projectConfig } from '../local/functions.ts';
import { runningUrls } from '../local/state.ts';
import { invokePublisher, type Publisher } from './events/invokePublisher.ts';
import { countOf, replay } from './events/replay.ts';
import { replayFlags } from './events/replayFlags.ts';
import { reportFailure } from './reportFailure.ts';

async function publisherOf(stage: string | undefined): Promise<Publisher> {
  const { service, region } = await projectConfig();
  if (stage !== undefined) return { functionName: `${service}-${stage}-publishEvents`, region };
  const { lambdaUrl } = await runningUrls(localDirectory(), ', or name a stage with --stage');
  return { functionName: 'publishEvents', region, endpoint: lambdaUrl };
}

async function main(): Promise<void> {
  const { request, stage } = replayFlags();
  const total = await replay(invokePublisher(await publisherOf(stage)), request, (line) => console.error(line));
  const { from, to, orderId } = request;
  if (total.published + total.refused === 0)
    throw new Failure(`No events${orderId === undefined ? '' : ` of order ${orderId}`} were published from ${from} to ${to}.`);
  console.log(countOf(total));
  // With exit code 1, a pipeline notices the rejected events.
  if (total.refused > 0) process.exitCode = 1;
}

await main().catch(reportFailure);
