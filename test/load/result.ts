import type { Counts } from './recorder.ts';
import type { Sample } from './sampler.ts';

/** What a profile made of its callers. What only the database can tell is null for a deployed stage. */
export interface ProfileResult extends Counts {
  readonly name: string;
  /** Environments at most, over all functions. */
  readonly concurrency: number | null;
  readonly coldStarts: number | null;
  readonly peakEnvironments: number | null;
  readonly peakConnections: number | null;
  /** Connections that the server turned away, by SQLSTATE. */
  readonly refused: Readonly<Record<string, number>> | null;
  /** Statements of the functions, BEGIN and COMMIT among them, for each request that ran. */
  readonly statementsPerRequest: number | null;
  readonly ordersPerSecond: number;
  /** Processors that this process, which is callers, gateway and sampler in one, was busy with: its CPU time by the wall's. */
  readonly harnessCores: number;
  readonly samples: readonly Sample[];
  /** Sentences of what is wrong in the database; none when all is well. */
  readonly broken: readonly string[];
}

/** Everything that one command measured. */
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
