import { AsyncResource } from 'node:async_hooks';
import pg from 'pg';

interface Tap {
  /** Milliseconds until a connect is given up; asked at each. */
  readonly connectTimeoutMs: () => number;
  /** Milliseconds until a statement is given up, and its connection with it; asked at each. 0 is for ever. */
  readonly queryTimeoutMs: () => number;
  /**
   * Whether statements with parameters are prepared once a connection, under names: only where each connection is a session of its own.
   * Their texts must be constants of the code.
   */
  readonly prepare: boolean;
  /** Told of each statement once it was answered, refused or given up. */
  readonly onStatement: (sql: string, durationMs: number) => void;
}

const names = new Map<string, string>();

function statementName(text: string): string {
  const name = names.get(text) ?? `orders_${names.size}`;
  names.set(text, name);
  return name;
}

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
        // Bound to the invocation that sends it: the answer comes by the socket, which knows only the one that opened it.
        const note = AsyncResource.bind(() => onStatement(text, performance.now() - begun));
        const callback = rest.at(-1);
        const answered = (...outcome: unknown[]) => {
          note();
          if (typeof callback === 'function') Reflect.apply(callback, undefined, outcome);
        };
        const last = typeof callback === 'function' ? [answered] : [];
        const values = rest.slice(0, rest.length - last.length);
        const named = prepare && Array.isArray(values[0]) && { name: statementName(text) };
        const answer: unknown = Reflect.apply(send, this, [{ text, query_timeout: queryTimeoutMs(), ...named }, ...values, ...last]);
        if (last.length === 0) void Promise.resolve(answer).then(note, note);
        return answer;
      };
      Object.defineProperty(this, 'query', { value: bounded });
    }
  };
}
