import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { z } from 'zod';
import { onRevoked, type Revocation, revoke } from './revoked';

const STREAM = 'eni-atlas:revoked';
/** How long one reading waits for the next sign-out, and how long it pauses after a failure, in ms. */
const BLOCK = 5_000;
const LEFT_ALONE = 1_000;
const MOST = 100_000;

const revocationSchema = z.object({
  id: z.string().regex(/^(session|provider|person):[\w-]{1,64}$/),
  at: z.number(),
  until: z.number(),
});

/** One entry of the stream as it comes: its id, and its fields in turn. */
function revocationIn(fields: readonly string[]): Revocation | null {
  try {
    return (revocationSchema.safeParse(JSON.parse(fields[1] ?? '')).data as Revocation | undefined) ?? null;
  } catch {
    return null;
  }
}

/**
 * Lets replicas know of each other's sign-outs, by a stream in Redis. A replica that starts reads those that still
 * matter; while Redis is away, sign-outs are kept, and sent when it is back. Nothing waits for it.
 * @param lasts the longest life of a session, in ms
 */
export function shareRevocations(url: string, lasts: number): () => void {
  const options = {
    connectTimeout: 2_000,
    socketTimeout: 2 * BLOCK,
    maxRetriesPerRequest: null,
    retryStrategy: (times: number) => Math.min(times * 200, 2_000),
  };
  const [reader, writer] = [new Redis(url, options), new Redis(url, options)];
  // Without a listener a lost connection would end the process; its message may hold the URL.
  for (const redis of [reader, writer]) redis.on('error', () => {});
  const stop = onRevoked((revocation, isHeard) => {
    if (isHeard) return;
    writer.xadd(STREAM, 'MAXLEN', '~', MOST, '*', 'r', JSON.stringify(revocation)).catch(() => {});
  });
  let isOn = true;
  const listen = async () => {
    let last = `${Date.now() - lasts}-0`;
    while (isOn) {
      try {
        const answer = await reader.xread('COUNT', 1_000, 'BLOCK', BLOCK, 'STREAMS', STREAM, last);
        for (const [id, fields] of answer?.[0]?.[1] ?? []) {
          last = id;
          const revocation = revocationIn(fields);
          if (revocation) revoke(revocation, Date.now(), true);
        }
      } catch {
        await sleep(LEFT_ALONE, undefined, { ref: false });
      }
    }
  };
  void listen();
  return () => {
    isOn = false;
    stop();
    reader.disconnect();
    writer.disconnect();
  };
}
