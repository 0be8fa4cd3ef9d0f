import type { Sequelize } from 'sequelize';
import type { Models } from '../models/index.ts';

/** The environment's one Sequelize with its models. The first argument of every function that reads or writes. */
export interface Database extends Models {
  readonly sequelize: Sequelize;
}
