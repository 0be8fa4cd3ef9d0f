/**
 * Prevents the pool from using a connection that the server or the network may have dropped. Each connection belongs to a generation.
 * `invalidateGeneration` ends the current generation: the pool replaces its connections, and later connections belong to the next generation.
 */
interface ConnectionAge {
  readonly isFresh: (connection?: unknown) => boolean;
  readonly opened: (connection?: unknown) => void;
  readonly used: (connection?: unknown) => void;
  /** Invalidates all connections of this connection's generation, because the database has moved or its schema has changed. */
  readonly invalidateGeneration: (connection: object) => void;
}

/** The fields that mark a connection as unusable. `isFresh` replaces Sequelize's own check, which reads the same fields. */
interface Client {
  readonly _invalid?: boolean;
  readonly _ending?: boolean;
}

// Less than 350 s: AWS's Network Load Balancers and NAT gateways silently drop a connection that was idle for 350 s (their documentation).
const maxIdleMs = 340_000;

/** Returns the checks of the pool's connections: whether one may be reused, by its idle time and its generation. */
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
      // An error of an older connection says nothing about the connections of the current generation.
      if (generations.get(connection) === generation) generation++;
    },
    used: (connection) => {
      if (isClient(connection)) lastUsed.set(connection, now());
    },
  };
}
