import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { Failure, messageOf } from '../local/failure.ts';

/** Parses the flags and words of the command line. Throws a Failure of one line with the usage for an unknown flag or a missing value. */
export function parseFlags<const Options extends ParseArgsOptionsConfig>(usage: string, options: Options, words = 0) {
  try {
    const parsed = parseArgs({ options, allowPositionals: true, strict: true });
    const extra = parsed.positionals[words];
    if (extra !== undefined) throw new Error(`Unexpected argument '${extra}'`);
    return parsed;
  } catch (cause) {
    throw new Failure(`${messageOf(cause).split(/\.\s/)[0]}. Usage: ${usage}`, { cause });
  }
}
