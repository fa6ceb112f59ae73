import 'server-only';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

/** The most bytes that one answer may have: a page of 500 ENIs with many addresses has some 10 MB. */
export const MOST_BYTES = 32 * 1024 * 1024;

const inflate = promisify(gunzip);

/**
 * The bytes of an answer. We ask for no compression, but a proxy on the way may compress anyway.
 * @throws ErrnoException `ERR_BUFFER_TOO_LARGE` when it inflates beyond the limit, another where it is not a complete
 *   gzip
 */
export async function answerBytes(body: unknown, contentEncoding: unknown): Promise<Buffer> {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
  return contentEncoding === 'gzip' ? inflate(bytes, { maxOutputLength: MOST_BYTES }) : bytes;
}

/** Whether {@link answerBytes} gave up because the inflated answer would have been too large. */
export function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}
