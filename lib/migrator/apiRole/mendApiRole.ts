import type { Sequelize } from 'sequelize';
import { codeOf } from '../../database/failure.ts';
import { log } from '../../log.ts';
import { type ApiFault, apiFaults } from './apiFaults.ts';
import { alterRole, changeRole, role } from './apiRole.ts';

/** The role of the API is not as the API needs it, and the schema's owner may not change that. The message has the statements that do. */
class ApiRoleError extends Error {
  override readonly name = 'ApiRoleError';

  constructor(faults: readonly ApiFault[]) {
    super(
      `The API cannot work as ${role}, and this user may not mend that. Have an administrator run the following, and run the command again:\n${faults
        .map(({ name, message, remedy }) => `${remedy}; -- ${name}: ${message}`)
        .join('\n')}`,
    );
  }
}

/**
 * Gives the API's role what it lacks: the role itself, its settings, its privileges. A restored database has none of them, for a dump holds
 * no roles. Reads the catalogue alone where nothing is missing; takes nothing from the role. @throws ApiRoleError
 */
export async function mendApiRole(sequelize: Sequelize): Promise<void> {
  const found = await apiFaults(sequelize);
  if (found.length === 0) return;
  await mend(sequelize, found);
  // A role that was missing has faults of its own once it is made.
  await mend(
    sequelize,
    (await apiFaults(sequelize)).filter(({ remedy }) => !found.some((known) => known.remedy === remedy)),
  );
  const left = await apiFaults(sequelize);
  const isLeft = ({ remedy }: ApiFault) => left.some((other) => other.remedy === remedy);
  log.info('api role repaired', { role, mended: found.filter((each) => !isLeft(each)).map(({ remedy }) => remedy) });
  if (left.some(({ isFatal }) => isFatal)) throw new ApiRoleError(left);
  if (left.length > 0) log.warn('api role still has faults', { role, faults: left });
}

async function mend(sequelize: Sequelize, faults: readonly ApiFault[]): Promise<void> {
  for (const { remedy } of faults) {
    try {
      const alter = `alter role ${role} `;
      await (remedy.startsWith(alter) ? alterRole(sequelize, remedy.slice(alter.length)) : changeRole(sequelize, remedy));
    } catch (error) {
      // insufficient_privilege; duplicate_object, unique_violation: another database's run made the role at the same moment.
      if (!['42501', '42710', '23505'].includes(codeOf(error) ?? '')) throw error;
    }
  }
}
