// The module that Lambda loads: <function>.mjs, next to the function's script <function>.cjs.
import { loadScript } from './loadScript.ts';

const { handler: loaded } = loadScript(import.meta.filename.replace(/\.mjs$/, '.cjs'));
if (typeof loaded !== 'function')
  throw new TypeError(`${import.meta.filename}: the script next to it does not export a function "handler"`);

/** The function's handler, from its script. */
export const handler: unknown = loaded;
