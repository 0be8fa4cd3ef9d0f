import { messageOf } from '../../local/failure.ts';

/** A step of a deploy. The text that `run` returns, if any, is shown. */
export interface Step {
  readonly name: string;
  readonly run: () => unknown;
}

/** Runs the steps one after the other and shows each with its duration. Stops at the first step that fails, and rejects with its error. */
export async function runSteps(steps: readonly Step[], say: (line: string) => void): Promise<void> {
  for (const [index, { name, run }] of steps.entries()) {
    const begun = performance.now();
    const head = `[${index + 1}/${steps.length}] ${name}`;
    say(head);
    try {
      const line = await run();
      say(`${head}: ${typeof line === 'string' ? line : 'done'} (${((performance.now() - begun) / 1000).toFixed(1)} s)`);
    } catch (error) {
      say(`${head}: failed`);
      throw error instanceof Error ? error : new Error(messageOf(error));
    }
  }
}
