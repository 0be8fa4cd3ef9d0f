// This profile follows Sequelize's documentation: https://sequelize.org/docs/v6/other-topics/aws-lambda/ (pool max 2, min 0, idle 0, acquire 3 s,
// evict the function's timeout; initPools at the beginning of an invocation, close at its end).
import pg from 'pg';
import { Sequelize } from 'sequelize';
import { z } from 'zod';
import { defineModels } from './models.ts';
import { shop } from './shop.ts';

// The documentation uses initPools, which the public types lack.
const manager = z.object({ initPools: z.custom<() => void>((value) => typeof value === 'function') });

function load() {
  const sequelize = new Sequelize(process.env['DATABASE_URL'] ?? '', {
    dialect: 'postgres',
    dialectModule: pg,
    logging: false,
    pool: { max: 2, min: 0, idle: 0, acquire: 3000, evict: 25_000 },
  });
  return { sequelize, models: defineModels(sequelize) };
}

let loaded: ReturnType<typeof load> | undefined;

export const { listProducts, getProduct, placeOrder, listOrders } = shop(async (work) => {
  if (loaded === undefined) loaded = load();
  else {
    const { connectionManager } = loaded.sequelize;
    manager.parse(connectionManager).initPools.call(connectionManager);
    // `close` replaces getConnection with a function that throws. Like the documentation's code, this line restores the original getConnection.
    if (Object.hasOwn(connectionManager, 'getConnection')) Reflect.deleteProperty(connectionManager, 'getConnection');
  }
  const { sequelize, models } = loaded;
  try {
    return await work(sequelize, models);
  } finally {
    await sequelize.connectionManager.close();
  }
});
