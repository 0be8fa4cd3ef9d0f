import type { Sequelize } from 'sequelize';
import type { Models } from '../models/index.ts';

/** The models, bound to the one Sequelize of this environment. The first argument of everything that reads or writes. */
export interface Database extends Models {
  readonly sequelize: Sequelize;
}
