import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * Returns the name of the operation that a file in a function's folder serves: usually the file's name, such as `putProduct`. If functions/
 * contains a file of the same name, `For` and the folder's name are appended: functions/fulfilment/getOrder.ts serves `getOrderForFulfilment`,
 * because functions/getOrder.ts exists.
 */
export function operationName(functionName: string, verb: string): string {
  const isFunction = existsSync(path.join(import.meta.dirname, '../functions', `${verb}.ts`));
  return isFunction ? `${verb}For${functionName.charAt(0).toUpperCase()}${functionName.slice(1)}` : verb;
}
