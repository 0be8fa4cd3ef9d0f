/** The account of the local functions. */
export const localAccount = '000000000000';

/** Returns the name of a deployed function, which Serverless builds from service, stage and key. */
export function deployedName(service: string, functionName: string): string {
  return `${service}-local-${functionName}`;
}
