/** The pool's check and hooks that keep a connection from being used after the server, or something on the way, may have dropped it. */
interface ConnectionAge {
  readonly isFresh: (connection?: unknown) => boolean;
  readonly opened: (connection?: unknown) => void;
  readonly used: (connection?: unknown) => void;
  /** Ends the use of this connection and of all that are as old: the database has moved, or was changed below them. */
  readonly distrust: (connection: object) => void;
}

/** What pg says of a client and Sequelize's own check reads; ours replaces that one. */
interface Client {
  readonly _invalid?: boolean;
  readonly _ending?: boolean;
}

// A connection that was dropped without a word shows nothing until it is used. AWS's Network Load Balancer and NAT gateway
// forget a silent connection after 350 s (both documented): one that was silent for longer is replaced rather than tried.
const maxIdleMs = 340_000;

export function connectionAge(now: () => number = Date.now): ConnectionAge {
  const lastUsed = new WeakMap<object, number>();
  const generations = new WeakMap<object, number>();
  let generation = 0;
  const isClient = (connection: unknown): connection is Client & object => typeof connection === 'object' && connection !== null;
  return {
    isFresh: (connection) =>
      isClient(connection) &&
      !connection._invalid &&
      !connection._ending &&
      generations.get(connection) === generation &&
      now() - (lastUsed.get(connection) ?? Number.NEGATIVE_INFINITY) < maxIdleMs,
    opened: (connection) => {
      if (!isClient(connection)) return;
      generations.set(connection, generation);
      lastUsed.set(connection, now());
    },
    distrust: (connection) => {
      // One that is older than the last distrust says nothing of those that were opened since.
      if (generations.get(connection) === generation) generation++;
    },
    used: (connection) => {
      if (isClient(connection)) lastUsed.set(connection, now());
    },
  };
}
