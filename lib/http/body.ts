import { PublicError } from '../errors.ts';
import type { HttpEvent } from './event.ts';

const maxBytes = 64 * 1024;

/**
 * Parses the JSON body. @middy/http-json-body-parser is not used: it has no size limit, does not detect invalid UTF-8, and loads node:http, with
 * which a function takes 26 % more CPU to load.
 * @throws PublicError `payload-too-large` over 64 KB, `unsupported-media-type` if compressed, `malformed-json` if not JSON in UTF-8
 */
export function readBody(event: HttpEvent): unknown {
  const bytes = bodyBytes(event, maxBytes);
  if (bytes.length === 0) throw malformed('The body is missing. Send JSON.');
  const text = decoded(bytes, malformed);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw malformed('The body is not valid JSON.', cause);
  }
}

/** Returns the body's bytes. @throws PublicError `payload-too-large`, `unsupported-media-type` if compressed */
export function bodyBytes({ headers, body = '', isBase64Encoded }: HttpEvent, limit: number): Buffer {
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > limit) {
    throw new PublicError('payload-too-large', `The body has ${bytes.length} bytes. The limit is ${limit} bytes.`);
  }
  const coding = headers['content-encoding']?.trim() ?? '';
  if (!/^(identity)?$/i.test(coding)) {
    throw new PublicError('unsupported-media-type', 'Content-Encoding is not supported. Send the body uncompressed, without this header.');
  }
  return bytes;
}

/** Decodes UTF-8 and drops a byte order mark. Throws the error that `malformed` returns if the bytes are not valid UTF-8. */
export function decoded(bytes: Buffer, malformed: (detail: string, cause: unknown) => Error): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw malformed('The body is not valid UTF-8.', cause);
  }
}

function malformed(detail: string, cause?: unknown): PublicError {
  return new PublicError('malformed-json', detail, { cause });
}
