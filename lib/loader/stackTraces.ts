import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import path from 'node:path';

/**
 * Makes the script's stack traces show positions in its sources, with the source map next to the script. With `--enable-source-maps`, Node.js
 * does this only for modules, and reads the map of 1 MB at every cold start. Here, only the first stack trace reads the map.
 */
export function mapStackTraces(script: string): void {
  let map: SourceMap | null | undefined;
  Error.prepareStackTrace = (error, frames) => {
    if (map === undefined && frames.some((frame) => frame.getFileName() === script)) map = readMap(script);
    const lines = frames.map((frame, index) =>
      map && frame.getFileName() === script ? describe(map, script, frame, frames[index + 1]) : `${frame}`,
    );
    return [titleOf(error), ...lines].join('\n    at ');
  };
}

function readMap(script: string): SourceMap | null {
  try {
    return new SourceMap(JSON.parse(readFileSync(`${script}.map`, 'utf8')));
  } catch {
    // Without a map, stack traces show the script's own positions.
    return null;
  }
}

/** Returns the first line of an error. Errors of Node.js include their code. */
function titleOf(error: Error): string {
  const code = 'code' in error && typeof error.code === 'string' && error.code.startsWith('ERR_') ? error.code : undefined;
  return code === undefined ? Error.prototype.toString.call(error) : `${error.name} [${code}]: ${error.message}`;
}

/** Formats a frame like Node.js, with the position and names from the source. */
function describe(map: SourceMap, script: string, frame: NodeJS.CallSite, caller: NodeJS.CallSite | undefined): string {
  const place = entryAt(map, frame.getLineNumber(), frame.getColumnNumber());
  if (!place) return `${frame}`;
  const called = caller?.getFileName() === script ? entryAt(map, caller.getLineNumber(), caller.getColumnNumber()) : undefined;
  const name =
    entryAt(map, frame.getEnclosingLineNumber(), frame.getEnclosingColumnNumber())?.name ||
    called?.name ||
    (frame.getFunctionName() ?? frame.getMethodName() ?? '<anonymous>');
  const prefix = frame.isAsync() ? 'async ' : frame.isConstructor() ? 'new ' : '';
  const type = frame.getTypeName();
  const owner = type === null || type === 'global' ? '' : `${type}.`;
  const source = path.resolve(path.dirname(script), place.originalSource);
  return `${prefix}${owner}${name} (${source}:${place.originalLine + 1}:${place.originalColumn + 1})`;
}

interface Entry {
  readonly originalSource: string;
  readonly originalLine: number;
  readonly originalColumn: number;
  readonly name?: string;
}

/** Looks up a position. Stack traces count lines and columns from 1, source maps from 0. */
function entryAt(map: SourceMap, line: number | null, column: number | null): Entry | undefined {
  const entry = map.findEntry((line ?? 1) - 1, (column ?? 1) - 1);
  return 'originalSource' in entry && typeof entry.originalSource === 'string' ? entry : undefined;
}
