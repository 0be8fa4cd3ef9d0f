import { ownVariables, type Variables } from '../../local/shellVariables.ts';

/**
 * Returns the changes for the test suite, which must behave the same in every shell. Makes the changes of `ownVariables`. Also removes the variables that
 * the functions and AWS's clients read, because only tests may set these.
 */
export function testVariables(shell: Variables): Variables {
  const functions =
    /^(AWS_.*|(MIGRATION_)?DATABASE_.*|STAGE|SCOPE_PREFIX|EVENT_BUS_NAME|EVENT_RETENTION_DAYS|EVENT_DELAY_SECONDS|MAX_PENDING_ORDERS|UNPAID_ORDER_MINUTES|LOG_SQL|SLOW_STATEMENT_MS|STATEMENT_BUDGET|POWERTOOLS_.*)$/;
  const configured = Object.keys(shell).filter((name) => functions.test(name));
  return { ...Object.fromEntries(configured.map((name) => [name, undefined])), ...ownVariables(shell) };
}
