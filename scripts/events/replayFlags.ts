import { type ReplayRequest, replayRequest } from '../../lib/events/replayRequest.ts';
import { Failure, messageOf } from '../../local/failure.ts';
import { parseFlags } from '../arguments.ts';

const usage = 'npm run events -- replay --from <time> --to <time> [--order id] [--stage stage]';

/** Parses the command line of a replay. Throws a Failure with the fault and the usage. */
export function replayFlags(): { request: ReplayRequest; stage: string | undefined } {
  const { values, positionals } = parseFlags(
    usage,
    { from: { type: 'string' }, to: { type: 'string' }, order: { type: 'string' }, stage: { type: 'string' } },
    1,
  );
  const { from, to, order, stage } = values;
  if (positionals[0] !== 'replay') throw new Failure(`Unknown command '${positionals[0] ?? ''}'. Usage: ${usage}`);
  if (stage === '') throw new Failure(`--stage requires the name of a stage. Usage: ${usage}`);
  if (from === undefined || to === undefined) throw new Failure(`--from and --to are required. Usage: ${usage}`);
  if (order !== undefined && !/^[1-9]\d{0,15}$/.test(order))
    throw new Failure(`--order '${order}' is not the ID of an order. Usage: ${usage}`);
  for (const [flag, time] of Object.entries({ from, to })) {
    if (Number.isNaN(Date.parse(time)) || !/T.*(Z|[+-]\d\d:\d\d)$/.test(time))
      throw new Failure(`--${flag} '${time}' is not a time with its zone. Write it as 2026-11-02T09:30:00Z. Usage: ${usage}`);
  }
  if (Date.parse(from) >= Date.parse(to)) throw new Failure(`--from must be before --to: ${from} is not before ${to}.`);
  // With `--to` in the future, the replay would also include events that are first published while it runs.
  if (Date.parse(to) > Date.now()) throw new Failure(`--to must not be in the future: ${to}.`);
  try {
    // The function makes the same check.
    const request = replayRequest({ replay: { from, to, ...(order !== undefined && { orderId: Number(order) }) } });
    if (request) return { request, stage };
  } catch (cause) {
    throw new Failure(`${messageOf(cause)}. Usage: ${usage}`, { cause });
  }
  throw new Failure(`Usage: ${usage}`);
}
