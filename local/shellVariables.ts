type Variables = Readonly<Record<string, string | undefined>>;

const thisMachine = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Returns what a command of ours changes in the variables of the shell that called it; undefined removes one.
 * - `PG*` are for psql: the client library reads them as defaults, and PGOPTIONS even goes with a connection whose address is complete.
 * - Requests to this machine never take a proxy, whatever HTTP_PROXY says. Deployments to AWS still do.
 */
export function ownVariables(shell: Variables): Variables {
  const psql = Object.keys(shell).filter((name) => /^PG[A-Z_]+$/.test(name));
  // Node reads the one in lower case first.
  const direct = [shell['no_proxy'] || shell['NO_PROXY'], ...thisMachine].filter(Boolean).join(',');
  return { ...Object.fromEntries(psql.map((name) => [name, undefined])), no_proxy: direct, NO_PROXY: direct };
}

/**
 * Returns the same for the test suite, which is the same in every shell: besides, nothing configures the functions or AWS's clients but the
 * tests themselves.
 */
export function testVariables(shell: Variables): Variables {
  const functions =
    /^(AWS_.*|(MIGRATION_)?DATABASE_.*|STAGE|EVENT_BUS_NAME|MAX_PENDING_ORDERS|LOG_SQL|SLOW_STATEMENT_MS|STATEMENT_BUDGET|POWERTOOLS_.*)$/;
  const configured = Object.keys(shell).filter((name) => functions.test(name));
  return { ...Object.fromEntries(configured.map((name) => [name, undefined])), ...ownVariables(shell) };
}

/** Makes these changes to the variables of this process, which its children inherit. */
export function changeVariables(changes: Variables): void {
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}
