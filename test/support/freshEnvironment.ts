import { vi } from 'vitest';

/** Loads the functions as a new execution environment does, with these variables. By default, they log at level DEBUG and log every statement. */
export async function freshEnvironment(variables: Readonly<Record<string, string>>) {
  for (const name of ['DATABASE_URL', 'MIGRATION_DATABASE_URL']) vi.stubEnv(name, undefined);
  for (const [name, value] of Object.entries({ POWERTOOLS_LOG_LEVEL: 'DEBUG', LOG_SQL: 'true', SLOW_STATEMENT_MS: '1', ...variables }))
    vi.stubEnv(name, value);
  vi.resetModules();
  const [listProducts, getProduct, placeOrder, listOrders, getOrder, cancelOrder, advanceOrder, customers, migrate, { database }, { api }] =
    await Promise.all([
      import('../../functions/listProducts.ts'),
      import('../../functions/getProduct.ts'),
      import('../../functions/placeOrder.ts'),
      import('../../functions/listOrders.ts'),
      import('../../functions/getOrder.ts'),
      import('../../functions/cancelOrder.ts'),
      import('../../functions/advanceOrder.ts'),
      Promise.all([
        import('../../functions/customers/getCustomer.ts'),
        import('../../functions/customers/putCustomer.ts'),
        import('../../functions/customers/eraseCustomer.ts'),
      ]),
      import('../../functions/migrate.ts'),
      import('../../lib/database/database.ts'),
      import('../../lib/http/api.ts'),
    ]);
  return {
    listProducts: listProducts.handler,
    getProduct: getProduct.handler,
    placeOrder: placeOrder.handler,
    listOrders: listOrders.handler,
    getOrder: getOrder.handler,
    cancelOrder: cancelOrder.handler,
    advanceOrder: advanceOrder.handler,
    getCustomer: customers[0].handler,
    putCustomer: customers[1].handler,
    eraseCustomer: customers[2].handler,
    migrate: (event: unknown) => migrate.handler(event, { awsRequestId: 'migrate', getRemainingTimeInMillis: () => 60_000 }),
    api,
    /** Closes the connection, and restores the variables. */
    close: async () => {
      await database().then(
        ({ sequelize }) => sequelize.close(),
        () => undefined,
      );
      vi.unstubAllEnvs();
    },
  };
}
