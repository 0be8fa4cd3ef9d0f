// This profile follows most tutorials: it creates one Sequelize instance per module, with a pool for a long-running server.
import pg from 'pg';
import { Sequelize } from 'sequelize';
import { defineModels } from './models.ts';
import { shop } from './shop.ts';

const sequelize = new Sequelize(process.env['DATABASE_URL'] ?? '', {
  dialect: 'postgres',
  dialectModule: pg,
  logging: false,
  pool: { max: 10, min: 2 },
});
const models = defineModels(sequelize);

export const { listProducts, getProduct, placeOrder, listOrders } = shop((work) => work(sequelize, models));
