import { AsyncResource } from 'node:async_hooks';
import pg from 'pg';
import { decisionOf } from '../failure.ts';
import { preparedName } from '../prepared.ts';
import { watchDateStyle } from './dateStyle.ts';

interface Tap {
  /** Returns the milliseconds until a connect times out. */
  readonly connectTimeoutMs: () => number;
  /** Returns the milliseconds until a statement times out and its connection is closed. 0: no limit. */
  readonly queryTimeoutMs: () => number;
  /** Whether to use named prepared statements. Requires that each connection has its own session on the server. */
  readonly prepare: boolean;
  /** Called after each statement: completed, failed or timed out. */
  readonly onStatement: (sql: string, durationMs: number) => void;
  /** Called with a connection after an error that invalidates all connections of its generation (connectionAge.ts). */
  readonly invalidateGeneration: (client: object) => void;
}

// The statement with which Sequelize ends a failed transaction.
const rollback = 'ROLLBACK;';

type Answered = (error: Error | undefined, result: unknown) => void;

const prototypes = new WeakMap<pg.CustomTypesConfig, object>();

/**
 * Returns a query object that inherits `types` from its prototype. pg copies every own property of a query object, and copying `types` took 20 of the
 * 280 µs of a small request.
 */
function inherited(types: pg.CustomTypesConfig): pg.QueryConfig {
  let prototype = prototypes.get(types);
  if (!prototype) {
    prototype = { types };
    prototypes.set(types, prototype);
  }
  return Object.create(prototype);
}

const supported = ['text', 'values', 'types'];

/** @throws TypeError for an option or an argument that would be ignored */
function requireSupported(sent: pg.QueryConfig, argument: unknown): void {
  for (const option in sent) if (!supported.includes(option)) throw new TypeError(`Remove the option ${option}: it is not supported here`);
  if (argument !== undefined) throw new TypeError('Put the values into the query object, and await the promise');
}

/** Marks a connection as invalid, so that the pool replaces it, and closes its socket at once. */
export function destroy(client: pg.Client): void {
  Reflect.set(client, '_invalid', true);
  client.connection.stream.destroy();
}

/**
 * Returns a subclass of pg's Client for Sequelize's option `dialectModule`. The subclass computes a time limit for each connect and each statement,
 * because the limit depends on the invocation's remaining time. Sequelize's own limits are fixed for a connection.
 */
export function clientClass({ connectTimeoutMs, queryTimeoutMs, prepare, onStatement, invalidateGeneration }: Tap): typeof pg.Client {
  return class extends pg.Client {
    constructor(config?: pg.ClientConfig) {
      super({ ...config, connectionTimeoutMillis: connectTimeoutMs() });
      // Sequelize adds its error listener after the connect. Without this listener, a session that ends before then would crash the process.
      this.on('error', () => Reflect.set(this, '_invalid', true));
      watchDateStyle(this);
      const query = this.query;
      const judge = (error: unknown) => {
        const { connection } = decisionOf(error);
        if (connection !== 'keep') Reflect.set(this, '_invalid', true);
        if (connection === 'close all') invalidateGeneration(this);
        // The statement that timed out still runs on the server. pg would take its result for the result of the next statement.
        if (error instanceof Error && error.message === 'Query read timeout') destroy(this);
      };
      const send = (text: string, values: unknown[] | undefined, types: pg.CustomTypesConfig | undefined, answered: Answered): unknown => {
        const sent = new pg.Query(types ? inherited(types) : text, values, answered);
        const name = prepare ? preparedName(text) : undefined;
        // pg accepts query_timeout only in a query object.
        return Reflect.apply(query, this, [Object.assign(sent, { text, query_timeout: queryTimeoutMs(), ...(name && { name }) })]);
      };
      const promised = async (text: string, values?: unknown[], types?: pg.CustomTypesConfig): Promise<unknown> => {
        const begun = performance.now();
        try {
          return await new Promise((resolve, reject) => {
            send(text, values, types, (error, result) => (error ? reject(error) : resolve(result)));
          });
        } catch (error) {
          judge(error);
          // Replaces the stack trace, as pg does. The new trace shows the caller of the statement, the old trace only the socket's callback.
          if (error instanceof Error) Error.captureStackTrace(error);
          throw error;
        } finally {
          onStatement(text, performance.now() - begun);
        }
      };
      // Sequelize calls `query` with a text, optional values and usually a callback. runStatement calls it with a query object.
      const bounded = (sent: string | pg.QueryConfig, first?: unknown[] | Answered, second?: Answered): unknown => {
        if (typeof sent !== 'string') {
          requireSupported(sent, first);
          return promised(sent.text, sent.values, sent.types);
        }
        const [values, callback] = typeof first === 'function' ? [undefined, first] : [first, second];
        if (!callback) return promised(sent, values);
        // On an invalid connection, a rollback is not sent: the server rolls back when the connection closes. Sequelize would write a line to the console
        // if the rollback failed.
        if (sent === rollback && Reflect.get(this, '_invalid')) {
          destroy(this);
          return callback(undefined, { rows: [], rowCount: 0 });
        }
        const begun = performance.now();
        // Binds the callback to the invocation that sends the statement. Otherwise it would run in the invocation that opened the socket.
        const answered = AsyncResource.bind((...outcome: Parameters<Answered>) => {
          onStatement(sent, performance.now() - begun);
          if (outcome[0]) judge(outcome[0]);
          callback(...outcome);
        });
        return send(sent, values, undefined, answered);
      };
      Object.defineProperty(this, 'query', { value: bounded });
    }
  };
}
