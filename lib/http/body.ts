import { PublicError } from '../errors.ts';
import type { HttpEvent } from './event.ts';

const maxBytes = 64 * 1024;

/**
 * Parses the JSON body. @middy/http-json-body-parser loads node:http: 26 % more CPU to load a function. It knows no limit and no UTF-8 errors.
 * @throws PublicError `payload-too-large` over 64 KB, `unsupported-media-type` if compressed, `malformed-json` if not JSON in UTF-8
 */
export function readBody({ headers, body = '', isBase64Encoded }: HttpEvent): unknown {
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > maxBytes) {
    throw new PublicError('payload-too-large', `The body has ${bytes.length} bytes. The limit is ${maxBytes} bytes.`);
  }
  const coding = headers['content-encoding']?.trim() ?? '';
  if (!/^(identity)?$/i.test(coding)) {
    throw new PublicError('unsupported-media-type', 'Content-Encoding is not supported. Send the body uncompressed, without this header.');
  }
  if (bytes.length === 0) throw malformed('The body is missing. Send JSON.');
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw malformed(cause instanceof SyntaxError ? 'The body is not valid JSON.' : 'The body is not valid UTF-8.', cause);
  }
}

function malformed(detail: string, cause?: unknown): PublicError {
  return new PublicError('malformed-json', detail, { cause });
}
