import { writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';

/**
 * Lets the rest of the machine go before a process, by so much of the scale of `nice` (0 is everyone's, 19 the last; at 10 it weighs a
 * tenth of another). What is of use only where processors are short: a system that does not allow it is no fault.
 */
export function giveWay(pid: number, niceness: number): void {
  try {
    setPriority(pid, niceness);
    // Linux shares by session first where that is on (sched(7), autogroup), and each environment is a session of its own.
    writeFileSync(`/proc/${pid}/autogroup`, `${niceness}`);
  } catch {}
}
