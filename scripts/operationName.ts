import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * Returns the name of the operation that a file in a function's folder serves: the file's name, such as `putProduct`. A verb that is also a function by
 * itself gets the folder's name, too: functions/fulfilment/getOrder.ts is `getOrderForFulfilment`.
 */
export function operationName(functionName: string, verb: string): string {
  const isFunction = existsSync(path.join(import.meta.dirname, '../functions', `${verb}.ts`));
  return isFunction ? `${verb}For${functionName.charAt(0).toUpperCase()}${functionName.slice(1)}` : verb;
}
