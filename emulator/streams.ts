import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

const MEGABYTE = 1_000_000;
/** What one member of a bomb inflates to. */
const MEMBER = 10;

/** Fifty pieces, so that the whole takes fifty times the interval. */
export async function drip(response: ServerResponse, body: Buffer, ms: number): Promise<void> {
  const size = Math.max(1, Math.ceil(body.length / 50));
  for (let at = 0; at < body.length && !response.destroyed; at += size) {
    response.write(body.subarray(at, at + size));
    await sleep(ms);
  }
  response.end();
}

/** A small gzip that inflates to so many megabytes of spaces: one member after another, which is valid gzip. */
export async function bomb(response: ServerResponse, megabytes: number): Promise<void> {
  const member = gzipSync(Buffer.alloc(MEMBER * MEGABYTE, ' '));
  await pour(response, member, Math.ceil(megabytes / MEMBER));
}

/** So many megabytes of spaces, as they are. */
export async function flood(response: ServerResponse, megabytes: number): Promise<void> {
  await pour(response, Buffer.alloc(MEGABYTE, ' '), megabytes);
}

async function pour(response: ServerResponse, piece: Buffer, times: number): Promise<void> {
  const gone = once(response, 'close');
  for (let i = 0; i < times && !response.destroyed; i += 1) {
    if (!response.write(piece)) await Promise.race([once(response, 'drain'), gone]);
  }
  response.end();
}
