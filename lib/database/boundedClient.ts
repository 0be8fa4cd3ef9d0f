import { AsyncResource } from 'node:async_hooks';
import pg from 'pg';
import { preparedName } from './prepared.ts';

interface Tap {
  /** Milliseconds until a connect is given up; asked at each. */
  readonly connectTimeoutMs: () => number;
  /** Milliseconds until a statement is given up, and its connection with it; asked at each. 0 is for ever. */
  readonly queryTimeoutMs: () => number;
  /** Whether statements are prepared under their names: only where each connection is a session of its own. */
  readonly prepare: boolean;
  /** Told of each statement once it was answered, refused or given up. */
  readonly onStatement: (sql: string, durationMs: number) => void;
}

const isCallback = (last: unknown): last is (...outcome: unknown[]) => void => typeof last === 'function';

const needsFreshConnection = new Set<unknown>([
  // The session does not know the name, or what it answers was changed by a migration since: never so on a fresh connection.
  ...['26000', '0A000'],
  // The server has ended the session. Its socket tells so later, through a proxy by milliseconds, in which the next try would be spent on it.
  ...['57P01', '57P02', '57P05'],
]);
const isItsLast = (error: unknown) => error instanceof Error && 'code' in error && needsFreshConnection.has(error.code);

/**
 * pg's Client with a time limit for each connect and each statement of its own, where Sequelize can give one for all of a
 * connection's life only: how long there is to wait depends on the invocation. Handed to Sequelize by its option `dialectModule`.
 */
export function clientClass({ connectTimeoutMs, queryTimeoutMs, prepare, onStatement }: Tap): typeof pg.Client {
  return class extends pg.Client {
    constructor(config?: pg.ClientConfig) {
      super({ ...config, connectionTimeoutMillis: connectTimeoutMs() });
      // Sequelize listens a moment after the connect: a server that ends the session in between would end the process, for an
      // error that nobody hears is thrown. Marked as Sequelize marks it, so that the pool replaces it.
      this.on('error', () => Reflect.set(this, '_invalid', true));
      const send = this.query;
      // Sequelize calls it with a text, perhaps values, and mostly a callback; pg takes query_timeout in place of a text.
      const bounded = (text: string, ...rest: unknown[]): unknown => {
        const begun = performance.now();
        const note = () => onStatement(text, performance.now() - begun);
        const callback = rest.at(-1);
        // Bound to the invocation that sends it: a callback comes by the socket, which knows only the one that opened it.
        const answered = (called: (...outcome: unknown[]) => void) =>
          AsyncResource.bind((...outcome: unknown[]) => {
            note();
            if (isItsLast(outcome[0])) Reflect.set(this, '_invalid', true);
            called(...outcome);
          });
        const last = isCallback(callback) ? [answered(callback)] : [];
        const values = rest.slice(0, rest.length - last.length);
        const name = prepare ? preparedName(text) : undefined;
        const answer: unknown = Reflect.apply(send, this, [
          { text, query_timeout: queryTimeoutMs(), ...(name && { name }) },
          ...values,
          ...last,
        ]);
        if (last.length === 0) void Promise.resolve(answer).then(note, note);
        return answer;
      };
      Object.defineProperty(this, 'query', { value: bounded });
    }
  };
}
