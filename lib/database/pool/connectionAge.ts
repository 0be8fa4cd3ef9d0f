/**
 * The pool's check and hooks that prevent the use of a connection that the server or the network may have dropped. Connections
 * belong to generations. `invalidateGeneration` ends the current generation: the pool replaces its connections, and later connections belong to the
 * next generation. `invalidateGeneration` does nothing for a connection of an older generation.
 */
interface ConnectionAge {
  readonly isFresh: (connection?: unknown) => boolean;
  readonly opened: (connection?: unknown) => void;
  readonly used: (connection?: unknown) => void;
  /** Invalidates all connections of this connection's generation: the database has moved, or its schema has changed. */
  readonly invalidateGeneration: (connection: object) => void;
}

/** The fields that Sequelize's own check reads, which this one replaces. */
interface Client {
  readonly _invalid?: boolean;
  readonly _ending?: boolean;
}

// AWS's Network Load Balancer and NAT gateway silently drop a connection that is idle for 350 s (both documented), so a connection that
// was idle this long is replaced.
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
    invalidateGeneration: (connection) => {
      // An error of an older generation says nothing about the current one.
      if (generations.get(connection) === generation) generation++;
    },
    used: (connection) => {
      if (isClient(connection)) lastUsed.set(connection, now());
    },
  };
}
