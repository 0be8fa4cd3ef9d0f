/** Environment variables. In a set of changes, undefined removes a variable. */
export type Variables = Readonly<Record<string, string | undefined>>;

const thisMachine = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Returns the changes that this project's commands make to the shell's environment variables.
 * - `PG*` variables are removed. They are meant for psql, but the driver `pg` uses them as defaults. It uses PGOPTIONS even with a complete URL.
 * - Requests to this machine never use a proxy, even if HTTP_PROXY is set. Deployments to AWS still use the proxy.
 */
export function ownVariables(shell: Variables): Variables {
  const psql = Object.keys(shell).filter((name) => /^PG[A-Z_]+$/.test(name));
  // Node gives precedence to the lower-case variable.
  const direct = [shell['no_proxy'] || shell['NO_PROXY'], ...thisMachine].filter(Boolean).join(',');
  return { ...Object.fromEntries(psql.map((name) => [name, undefined])), no_proxy: direct, NO_PROXY: direct };
}

/** Changes the environment variables of this process, which its children inherit. */
export function changeVariables(changes: Variables): void {
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}
