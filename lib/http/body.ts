import { PublicError } from '../errors.ts';
import type { HttpEvent } from './event.ts';

const maxBytes = 64 * 1024;

/**
 * The body as JSON says it.
 * @throws PublicError `payload-too-large` over 64 KB, `unsupported-media-type` for a compressed body, `malformed-json` for what is no JSON in UTF-8
 */
export function readBody({ headers, body = '', isBase64Encoded }: HttpEvent): unknown {
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > maxBytes) {
    throw new PublicError('payload-too-large', `A body has at most ${maxBytes} bytes; this one has ${bytes.length}.`);
  }
  const coding = headers['content-encoding']?.trim() ?? '';
  if (!/^(identity)?$/i.test(coding)) {
    throw new PublicError('unsupported-media-type', 'The body has a Content-Encoding. Send it as it is, without this header.');
  }
  if (bytes.length === 0) throw malformed('The request has no body. Send JSON.');
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw malformed(cause instanceof SyntaxError ? 'The body is not valid JSON.' : 'The body is not valid UTF-8.', cause);
  }
}

function malformed(detail: string, cause?: unknown): PublicError {
  return new PublicError('malformed-json', detail, { cause });
}
