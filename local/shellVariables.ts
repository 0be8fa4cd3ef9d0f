type Variables = Readonly<Record<string, string | undefined>>;

const thisMachine = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Returns the changes that this project's commands make to the shell's environment variables; undefined removes a variable.
 * - `PG*` variables are removed. They are meant for psql, but the driver `pg` uses them as defaults. It uses PGOPTIONS even with a complete URL.
 * - Requests to this machine never use a proxy, even if HTTP_PROXY is set. Deployments to AWS still use the proxy.
 */
export function ownVariables(shell: Variables): Variables {
  const psql = Object.keys(shell).filter((name) => /^PG[A-Z_]+$/.test(name));
  // Node gives precedence to the lower-case variable.
  const direct = [shell['no_proxy'] || shell['NO_PROXY'], ...thisMachine].filter(Boolean).join(',');
  return { ...Object.fromEntries(psql.map((name) => [name, undefined])), no_proxy: direct, NO_PROXY: direct };
}

/**
 * Returns the changes for the test suite, which must behave the same in every shell. Also removes the variables of the functions and of AWS's
 * clients, because only tests may set them.
 */
export function testVariables(shell: Variables): Variables {
  const functions =
    /^(AWS_.*|(MIGRATION_)?DATABASE_.*|STAGE|EVENT_BUS_NAME|EVENT_RETENTION_DAYS|EVENT_DELAY_SECONDS|MAX_PENDING_ORDERS|UNPAID_ORDER_MINUTES|LOG_SQL|SLOW_STATEMENT_MS|STATEMENT_BUDGET|POWERTOOLS_.*)$/;
  const configured = Object.keys(shell).filter((name) => functions.test(name));
  return { ...Object.fromEntries(configured.map((name) => [name, undefined])), ...ownVariables(shell) };
}

/** Changes the environment variables of this process, which its children inherit. */
export function changeVariables(changes: Variables): void {
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}
