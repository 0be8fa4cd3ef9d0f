import type { Counts } from './recorder.ts';
import type { Sample } from './sampler.ts';

/** The result of one profile. The database's figures are null for a deployed stage. */
export interface ProfileResult extends Counts {
  readonly name: string;
  /** The maximum number of environments of all functions. */
  readonly concurrency: number | null;
  readonly coldStarts: number | null;
  readonly peakEnvironments: number | null;
  readonly peakConnections: number | null;
  /** The number of connections that the server rejected, by SQLSTATE. */
  readonly refused: Readonly<Record<string, number>> | null;
  /** The functions' statements per executed request, including BEGIN and COMMIT. */
  readonly statementsPerRequest: number | null;
  /** The functions' statements at the standby, with --readers. */
  readonly readerStatements?: number;
  readonly ordersPerSecond: number;
  /** The CPU time of this process (callers, gateway and sampler) divided by the wall time. */
  readonly harnessCores: number;
  readonly samples: readonly Sample[];
  /** A sentence for each violated invariant. */
  readonly broken: readonly string[];
}

/** The results of one command. */
export interface LoadResult {
  readonly startedAt: string;
  readonly scenario: string;
  readonly rate: number;
  readonly durationS: number;
  readonly slots: number | null;
  readonly delayMs: number;
  readonly url: string | null;
  readonly machine: { readonly processors: number; readonly memoryGb: number };
  readonly profiles: readonly ProfileResult[];
}
