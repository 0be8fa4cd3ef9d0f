import { writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';

// The scale of `nice`: 0 is everyone's, 19 the last. At 10 a process weighs a tenth of another.
const niceness = 10;

/**
 * Lets everything else on this machine go first: on Lambda an environment takes no processor from the gateway or the database. Without it
 * 100 busy environments left the gateway so little of two cores that it took no more connections (69,584 refused in a minute).
 * Of use only where processors are short, so that a system that does not allow it is no fault.
 */
export function giveWay(pid: number): void {
  try {
    setPriority(pid, niceness);
    // Linux shares by session first where that is on (sched(7), autogroup), and each environment is a session of its own.
    writeFileSync(`/proc/${pid}/autogroup`, `${niceness}`);
  } catch {}
}
