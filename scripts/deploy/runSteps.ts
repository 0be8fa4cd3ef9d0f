import { messageOf } from '../../local/failure.ts';

/** A part of a deploy: what it is called, and what it does; a text that it answers is shown. */
export interface Step {
  readonly name: string;
  readonly run: () => unknown;
}

/** Runs the steps one after the other and shows each with its seconds; the first that fails is the last. Rejects with its error. */
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
