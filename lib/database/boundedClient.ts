import { AsyncResource } from 'node:async_hooks';
import pg from 'pg';
import { decisionOf } from './failure.ts';
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
  /** Told of a connection after an error that condemns all that are as old: failure.ts. */
  readonly distrust: (client: object) => void;
}

const isCallback = (last: unknown): last is (...outcome: unknown[]) => void => typeof last === 'function';

/** Marks a connection as Sequelize does, so that its pool replaces it, and closes its socket without another word to the server. */
export function destroy(client: pg.Client): void {
  Reflect.set(client, '_invalid', true);
  client.connection.stream.destroy();
}

/**
 * pg's Client with a time limit for each connect and each statement of its own, where Sequelize can give one for all of a
 * connection's life only: how long there is to wait depends on the invocation. Handed to Sequelize by its option `dialectModule`.
 */
export function clientClass({ connectTimeoutMs, queryTimeoutMs, prepare, onStatement, distrust }: Tap): typeof pg.Client {
  return class extends pg.Client {
    constructor(config?: pg.ClientConfig) {
      super({ ...config, connectionTimeoutMillis: connectTimeoutMs() });
      // Sequelize listens a moment after the connect: a server that ends the session in between would end the process, for an
      // error that nobody hears is thrown. Marked as Sequelize marks it, so that the pool replaces it.
      this.on('error', () => Reflect.set(this, '_invalid', true));
      const send = this.query;
      const judge = (error: unknown) => {
        const { connection } = decisionOf(error);
        if (connection !== 'keep') Reflect.set(this, '_invalid', true);
        if (connection === 'close all') distrust(this);
        // The statement still runs there, and its answer would be read in front of the next one's.
        if (error instanceof Error && error.message === 'Query read timeout') destroy(this);
      };
      // Sequelize calls it with a text, perhaps values, and mostly a callback; pg takes query_timeout in place of a text.
      const bounded = (text: string, ...rest: unknown[]): unknown => {
        const begun = performance.now();
        const note = () => onStatement(text, performance.now() - begun);
        const callback = rest.at(-1);
        // Bound to the invocation that sends it: a callback comes by the socket, which knows only the one that opened it.
        const answered = (called: (...outcome: unknown[]) => void) =>
          AsyncResource.bind((...outcome: unknown[]) => {
            note();
            if (outcome[0]) judge(outcome[0]);
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
