import { type Statement, statements } from '../../lib/database/queryLog.ts';

/** Runs `work` and returns, with its result, every statement that it sent. */
export async function statementsOf<Result>(work: () => Promise<Result>): Promise<{ result: Result; sent: string[] }> {
  const sent: string[] = [];
  const note = (message: unknown) => sent.push((message as Statement).sql);
  statements.subscribe(note);
  try {
    return { result: await work(), sent };
  } finally {
    statements.unsubscribe(note);
  }
}
