const fileName = /^(.+)\.[cm]?[jt]s$/;

/** Returns the name of the step if `recorded` is a file name, as recorded by sequelize-cli; undefined if `migrate` recorded it. */
export function stepOfFile(recorded: string): string | undefined {
  return fileName.exec(recorded)?.[1];
}
