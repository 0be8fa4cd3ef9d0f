import { writeFileSync } from 'node:fs';
import { getPriority, setPriority } from 'node:os';

/**
 * Lowers the priority of another process by `niceness` steps of `nice` (10 steps are a tenth of the CPU share; the scale ends at 19). Matters
 * only on a busy machine, so the errors of a system that does not allow it are ignored.
 */
export function giveWay(pid: number, niceness: number): void {
  const nice = Math.min(19, getPriority() + niceness);
  tried(() => setPriority(pid, nice));
  // With autogroup (sched(7)), Linux first divides the CPU between sessions, and each environment is a session. Without root, Linux allows one
  // change every 0.1 s; a machine that starts environments faster has enough processors.
  tried(() => writeFileSync(`/proc/${pid}/autogroup`, `${nice}`));
}

function tried(step: () => void): void {
  try {
    step();
  } catch {}
}
