const fileName = /^(.+)\.[cm]?[jt]s$/;

/** Returns a step's name where `recorded` is the name of its file, as sequelize-cli records it; undefined for a name as `migrate` records it. */
export function stepOfFile(recorded: string): string | undefined {
  return fileName.exec(recorded)?.[1];
}
