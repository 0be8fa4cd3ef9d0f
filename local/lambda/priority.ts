import { writeFileSync } from 'node:fs';
import { getPriority, setPriority } from 'node:os';

/**
 * Lowers the priority of another process by `niceness` steps of `nice` (10 steps reduce the CPU share to a tenth; the scale ends at 19). Ignores
 * the error of a system that does not allow the change, because the priority matters only on a busy machine.
 */
export function giveWay(pid: number, niceness: number): void {
  const nice = Math.min(19, getPriority() + niceness);
  tried(() => setPriority(pid, nice));
  // With autogroup (sched(7)), Linux first divides the CPU between sessions. Each environment is a session, so its session's priority is lowered
  // too. Without root, Linux rejects a change within 0.1 s of the last change. This is acceptable: a machine that starts environments faster has
  // many processors, and priorities matter less on it.
  tried(() => writeFileSync(`/proc/${pid}/autogroup`, `${nice}`));
}

function tried(step: () => void): void {
  try {
    step();
  } catch {}
}
