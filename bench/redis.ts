import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { Redis } from 'ioredis';
import { freePort } from '../scripts/lib/ports.mjs';
import { start } from '../scripts/lib/processes.mjs';
import { ensureRedis, findRedis } from '../scripts/lib/redis.mjs';

/** Starts a Redis that keeps nothing, on a free port of this machine. */
export async function startRedis(): Promise<{ url: string; stop(): Promise<void> }> {
  ensureRedis();
  const command = findRedis();
  if (command === null) throw new Error('no redis-server: apt-get install redis-server');
  const port = await freePort();
  const settings = { port, bind: '127.0.0.1', save: '', appendonly: 'no', dir: tmpdir() };
  const flags = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const child = start(command, flags, { stdio: 'ignore' });
  const ended = once(child, 'exit');
  const url = `redis://127.0.0.1:${port}`;
  const redis = new Redis(url, { retryStrategy: () => 50, maxRetriesPerRequest: null });
  redis.on('error', () => {});
  await redis.ping();
  redis.disconnect();
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
