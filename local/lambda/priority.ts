import { writeFileSync } from 'node:fs';
import { getPriority, setPriority } from 'node:os';

/**
 * Lowers the priority of another process by `niceness` steps of `nice` (10 steps reduce the CPU share to a tenth; the scale ends at 19). Ignores
 * the error of a system that does not allow the change, because the priority matters only on a busy machine.
 */
export function lowerPriority(pid: number, niceness: number): void {
  const nice = Math.min(19, getPriority() + niceness);
  ignoringErrors(() => setPriority(pid, nice));
  // With autogroup (sched(7)), Linux divides the CPU first between sessions, then between the processes of a session. Each environment has its own
  // session, so the session gets the lower priority, too. Without root, Linux allows one such change every 0.1 s and rejects further
  // ones. Environments start faster than that only on a machine with many processors, and there priorities matter less.
  ignoringErrors(() => writeFileSync(`/proc/${pid}/autogroup`, `${nice}`));
}

function ignoringErrors(step: () => void): void {
  try {
    step();
  } catch {}
}
