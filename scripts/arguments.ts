import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { Failure, messageOf } from '../local/failure.ts';
import { HelpRequested, reportFailure } from './reportFailure.ts';

/**
 * Parses the flags and words of the command line. Throws HelpRequested for --help. For an unknown flag or a missing value, throws a Failure with
 * one line that contains the usage.
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

/** Returns the flags of a program without a main function. If parseFlags throws, prints the help or the error and ends the process. */
export function flagsOrExit<const Options extends ParseArgsOptionsConfig>(usage: string, options: Options) {
  try {
    return parseFlags(usage, options).values;
  } catch (error) {
    reportFailure(error);
    process.exit();
  }
}
