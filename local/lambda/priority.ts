import { writeFileSync } from 'node:fs';
import { getPriority, setPriority } from 'node:os';

/**
 * Lets this process and the rest of the machine go before another one, by so much of the scale of `nice` (19 is its end; 10 more is a tenth
 * of the weight). It is of use only where processors are short, so that a system that does not allow it is no fault.
 */
export function giveWay(pid: number, niceness: number): void {
  const nice = Math.min(19, getPriority() + niceness);
  tried(() => setPriority(pid, nice));
  // Linux shares by session first where that is on (sched(7), autogroup), and each environment is a session of its own. Whoever is
  // not root may set one every 0.1 s: where more than that start at once there are processors enough.
  tried(() => writeFileSync(`/proc/${pid}/autogroup`, `${nice}`));
}

function tried(step: () => void): void {
  try {
    step();
  } catch {}
}
