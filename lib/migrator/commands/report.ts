import type { Problem } from '../problem.ts';
import type { RanStep, StepRunner } from '../steps/stepRunner.ts';
import type { MigrateCommand } from './command.ts';
import { stepOfFile } from './fileNames.ts';
import type { PlannedStep } from './plan.ts';
import type { RuntimeReport } from './runtimeReport.ts';

/** The result of `migrate`. Names are file names without extension; for `seed`, the lists contain seeds. */
export interface MigrateReport {
  readonly command: MigrateCommand['command'];
  readonly applied: readonly RanStep[];
  readonly reverted: readonly RanStep[];
  readonly pending: readonly string[];
  readonly executed: readonly string[];
  /** The applied migrations that are newer than every migration of the bundle. A newer release has applied them. */
  readonly ahead: readonly string[];
  /** The newest applied migration. */
  readonly schema: string | null;
  /** For `up` with `adopt`: the adopted names. */
  readonly adopted?: readonly string[];
  /** For `plan`: the statements that `up` would send. */
  readonly statements?: readonly PlannedStep[];
  /** For `verify`: every fault. */
  readonly problems?: readonly Problem[];
  /** For `status`: the function's runtime. */
  readonly runtime?: RuntimeReport;
}

/** Returns the current report on `steps`. */
export async function reportOf(command: MigrateCommand['command'], steps: StepRunner) {
  const executed = await steps.recorded();
  const known = new Set(steps.names);
  const last = steps.names.at(-1);
  return {
    command,
    applied: steps.applied,
    reverted: steps.reverted,
    pending: steps.names.filter((name) => !executed.includes(name)),
    executed,
    ahead: executed.filter((name) => !known.has(name) && stepOfFile(name) === undefined && (last === undefined || name > last)),
  };
}
