import { AsyncResource } from 'node:async_hooks';
import pg from 'pg';
import { decisionOf } from '../failure.ts';
import { preparedName } from '../prepared.ts';
import { watchDateStyle } from './isoTimes.ts';

interface Tap {
  /** Returns the milliseconds until a connect times out. */
  readonly connectTimeoutMs: () => number;
  /** Returns the milliseconds until a statement times out, which closes its connection. 0: never. */
  readonly queryTimeoutMs: () => number;
  /** Whether to use named prepared statements: only if each connection is its own session. */
  readonly prepare: boolean;
  /** Called after each statement: completed, failed or timed out. */
  readonly onStatement: (sql: string, durationMs: number) => void;
  /** Called with a connection after an error that invalidates all connections of its age (failure.ts). */
  readonly distrust: (client: object) => void;
}

const isCallback = (last: unknown): last is (...outcome: unknown[]) => void => typeof last === 'function';

/** Marks a connection like Sequelize does, so that the pool replaces it, and closes its socket at once. */
export function destroy(client: pg.Client): void {
  Reflect.set(client, '_invalid', true);
  client.connection.stream.destroy();
}

/**
 * Returns pg's Client with a separate time limit for each connect and statement, which depends on the invocation. Sequelize's own limits are
 * fixed for a connection. Passed to Sequelize in its option `dialectModule`.
 */
export function clientClass({ connectTimeoutMs, queryTimeoutMs, prepare, onStatement, distrust }: Tap): typeof pg.Client {
  return class extends pg.Client {
    constructor(config?: pg.ClientConfig) {
      super({ ...config, connectionTimeoutMillis: connectTimeoutMs() });
      // Sequelize adds its own listener a moment after the connect. Without this one, a session that ends in between would crash the process.
      this.on('error', () => Reflect.set(this, '_invalid', true));
      watchDateStyle(this);
      const query = this.query;
      const judge = (error: unknown) => {
        const { connection } = decisionOf(error);
        if (connection !== 'keep') Reflect.set(this, '_invalid', true);
        if (connection === 'close all') distrust(this);
        // The statement still runs on the server, and its result would be taken for the next statement's.
        if (error instanceof Error && error.message === 'Query read timeout') destroy(this);
      };
      // Sequelize calls it with a text, optional values and usually a callback, runStatement with a query object. pg accepts query_timeout only in a query object.
      const bounded = (sent: string | pg.QueryConfig, ...rest: unknown[]): unknown => {
        const { text, ...further } = typeof sent === 'string' ? { text: sent } : sent;
        const begun = performance.now();
        const note = () => onStatement(text, performance.now() - begun);
        const callback = rest.at(-1);
        // Bound to the sending invocation: the socket's callbacks run in the context of the invocation that opened it.
        const answered = (called: (...outcome: unknown[]) => void) =>
          AsyncResource.bind((...outcome: unknown[]) => {
            note();
            if (outcome[0]) judge(outcome[0]);
            called(...outcome);
          });
        const last = isCallback(callback) ? [answered(callback)] : [];
        const values = rest.slice(0, rest.length - last.length);
        const name = prepare ? preparedName(text) : undefined;
        const answer: unknown = Reflect.apply(query, this, [
          { ...further, text, query_timeout: queryTimeoutMs(), ...(name && { name }) },
          ...values,
          ...last,
        ]);
        if (last.length === 0)
          void Promise.resolve(answer).then(note, (error: unknown) => {
            note();
            judge(error);
          });
        return answer;
      };
      Object.defineProperty(this, 'query', { value: bounded });
    }
  };
}
