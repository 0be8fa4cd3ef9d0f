import type { Sequelize } from 'sequelize';
import { codeOf } from '../../database/failure.ts';
import { log } from '../../log.ts';
import { type ApiFault, apiFaults } from './apiFaults.ts';
import { alterRole, changeRole, role } from './apiRole.ts';

/** The API's role has faults that the schema's owner may not repair. The message contains the statements that repair them. */
class ApiRoleError extends Error {
  override readonly name = 'ApiRoleError';

  constructor(faults: readonly ApiFault[]) {
    super(
      `The role ${role} has faults that this user may not repair. Have an administrator run the following statements, then run the command again:\n${faults
        .map(({ name, message, remedy }) => `${remedy}; -- ${name}: ${message}`)
        .join('\n')}`,
    );
  }
}

/**
 * Repairs the API's role: creates a missing role, corrects its settings and grants missing privileges. After a restore, the role, its settings and its
 * privileges may be missing, because a dump contains no roles. If the role has no faults, only reads the
 * system catalogue. Revokes nothing from the role.
 * @throws ApiRoleError
 */
export async function mendApiRole(sequelize: Sequelize): Promise<void> {
  const found = await apiFaults(sequelize);
  if (found.length === 0) return;
  await mend(sequelize, found);
  // A role that was just created still lacks its settings and privileges.
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
      // 42501: this user may not repair the fault; the caller reports it. 42710, 23505: a run in another database has just created the role.
      if (!['42501', '42710', '23505'].includes(codeOf(error) ?? '')) throw error;
    }
  }
}
