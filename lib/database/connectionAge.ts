/** The pool's check and hooks that keep a connection from being used after the server, or something on the way, may have dropped it. */
interface ConnectionAge {
  readonly isFresh: (connection?: unknown) => boolean;
  readonly used: (connection?: unknown) => void;
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
  const isClient = (connection: unknown): connection is Client & object => typeof connection === 'object' && connection !== null;
  return {
    isFresh: (connection) =>
      isClient(connection) &&
      !connection._invalid &&
      !connection._ending &&
      now() - (lastUsed.get(connection) ?? Number.NEGATIVE_INFINITY) < maxIdleMs,
    used: (connection) => {
      if (isClient(connection)) lastUsed.set(connection, now());
    },
  };
}
