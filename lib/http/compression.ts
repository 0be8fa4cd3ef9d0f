import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import Negotiator from 'negotiator';
import type { HttpEvent } from './event.ts';

// Below it the answer fits into one packet anyway.
const minBytes = 1024;

/**
 * The lowest levels. CPU and size of a listing of 200 (56 KB) here, base64 included: brotli 1 0.5 ms and 17.7 KB, brotli 4 1.2 ms and
 * 16.0 KB, gzip 1 0.8 ms and 17.6 KB, gzip 6 1.2 ms and 15.8 KB. Two thirds of the bytes go with the first half millisecond, at
 * Lambda's 512 MB about 2 ms; what more would save is less than the time it takes, while an environment serves nobody else.
 */
const codings = {
  br: (body: Buffer) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
  gzip: (body: Buffer) => gzipSync(body, { level: 1 }),
};

/** The content coding that the caller likes best, brotli among equals; undefined where that is none, or nothing was said. */
export function codingFor(headers: HttpEvent['headers']): keyof typeof codings | undefined {
  if (headers['accept-encoding'] === undefined) return undefined;
  // As its documentation has it; its types lack the second argument.
  const negotiator: { encoding(available: string[], options: { preferred: string[] }): string | undefined } = new Negotiator({ headers });
  const preferred = negotiator.encoding(['br', 'gzip', 'identity'], { preferred: ['br', 'gzip'] });
  return preferred === 'br' || preferred === 'gzip' ? preferred : undefined;
}

/** The body in a content coding; undefined where it is too short to gain by it. */
export function compressed(body: Buffer, coding: keyof typeof codings): Buffer | undefined {
  return body.length > minBytes ? codings[coding](body) : undefined;
}
