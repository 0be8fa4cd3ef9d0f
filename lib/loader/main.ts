// The module that Lambda loads: <function>.mjs beside the function's script <function>.cjs.
import { loadScript } from './loadScript.ts';

const { handler: loaded } = loadScript(import.meta.filename.replace(/\.mjs$/, '.cjs'));
if (typeof loaded !== 'function') throw new TypeError(`${import.meta.filename}: the script beside it exports no function "handler"`);

export const handler: unknown = loaded;
