import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { Failure, HelpRequested, messageOf, reportFailure } from '../local/failure.ts';

/**
 * Parses the flags and words of the command line. Throws HelpRequested for --help, and a Failure of one line with the usage for an unknown flag or
 * a missing value.
 */
export function parseFlags<const Options extends ParseArgsOptionsConfig>(usage: string, options: Options, words = 0) {
  if (process.argv.slice(2).includes('--help')) throw new HelpRequested(`Usage: ${usage}\ndocs/commands.md describes the flags.`);
  try {
    const parsed = parseArgs({ options, allowPositionals: true, strict: true });
    const extra = parsed.positionals[words];
    if (extra !== undefined) throw new Error(`Unexpected argument '${extra}'`);
    return parsed;
  } catch (cause) {
    throw new Failure(`${messageOf(cause).split(/\.\s/)[0]}. Usage: ${usage}`, { cause });
  }
}

/** Like parseFlags, for programs without a main function: prints help or the fault, and ends the process. */
export function flagsOrExit<const Options extends ParseArgsOptionsConfig>(usage: string, options: Options) {
  try {
    return parseFlags(usage, options).values;
  } catch (error) {
    reportFailure(error);
    process.exit();
  }
}
