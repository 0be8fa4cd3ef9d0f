import { writeFileSync } from 'node:fs';
import { getPriority, setPriority } from 'node:os';

/**
 * Lets this process and the rest of the machine go before another one, by so much of the scale of `nice` (19 is its end; 10 more is a tenth
 * of the weight). It is of use only where processors are short, so that a system that does not allow it is no fault.
 */
export function giveWay(pid: number, niceness: number): void {
  const nice = Math.min(19, getPriority() + niceness);
  tried(() => setPriority(pid, nice));
  // With autogroup (sched(7)), Linux divides CPU between sessions first, and each environment is a session of its own. Without root,
  // one change is allowed every 0.1 s. A machine that starts environments faster has enough processors.
  tried(() => writeFileSync(`/proc/${pid}/autogroup`, `${nice}`));
}

function tried(step: () => void): void {
  try {
    step();
  } catch {}
}
