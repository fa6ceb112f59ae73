import 'server-only';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

/** The most bytes that one answer may have: a page of 500 ENIs with many addresses has some 10 MB. */
export const MOST_BYTES = 32 * 1024 * 1024;

const inflate = promisify(gunzip);

/**
 * The bytes of an answer. No compression is asked for, but a proxy between may compress all the same.
 * @throws ErrnoException `ERR_BUFFER_TOO_LARGE` when it inflates beyond measure, another where it is no whole gzip
 */
export async function answerBytes(body: unknown, contentEncoding: unknown): Promise<Buffer> {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
  return contentEncoding === 'gzip' ? inflate(bytes, { maxOutputLength: MOST_BYTES }) : bytes;
}

/** Whether {@link answerBytes} gave up for the size of what it would have become. */
export function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}
