import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { log } from '../log/log';
import { metricsText } from '../metrics/metrics';
import { redisFailureOf } from './redis-failure';
import { SharedStore } from './shared-store';

const reply = (message: string) => Object.assign(new Error(message), { name: 'ReplyError' });

describe('redisFailureOf', () => {
  it.each([
    ['WRONGPASS invalid username-password pair or user is disabled.', 'WRONGPASS'],
    ['NOPERM User bob has no permissions to run the get command', 'NOPERM'],
    ["OOM command not allowed when used memory > 'maxmemory'.", 'OOM'],
    ["READONLY You can't write against a read only replica.", 'READONLY'],
    ['MOVED 3999 10.0.0.7:6381', 'MOVED'],
    ['CLUSTERDOWN Hash slot not served', 'CLUSTERDOWN'],
    ["ERR unknown command 'set'", 'ERR'],
    [
      "ERR Error running script (call to f_6b): -READONLY You can't write against a read only replica.",
      'READONLY',
    ],
    ['SECRETWORD of a server that is no Redis', 'OTHER'],
  ])('reads the reply %s as %s', (message, reason) => expect(redisFailureOf(reply(message))).toBe(reason));

  it.each(['ECONNREFUSED', 'ENOTFOUND', 'DEPTH_ZERO_SELF_SIGNED_CERT'])('takes the code %s', (code) =>
    expect(redisFailureOf(Object.assign(new Error('connect'), { code }))).toBe(code),
  );

  it('has a word for all else', () => {
    expect(redisFailureOf(new Error('Connection is closed.'))).toBe('CLOSED');
    expect(redisFailureOf(Object.assign(new Error('x'), { code: 'a password' }))).toBe('CLOSED');
    expect(redisFailureOf('x')).toBe('OTHER');
  });
});

describe('SharedStore', () => {
  const sockets = new Set<Socket>();
  let server: Server;

  /** A server that answers INFO as Redis does, and all else with this line. */
  async function answering(line: string): Promise<string> {
    server = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('data', (bytes) => {
        const commands = bytes.toString().match(/^\*\d+\r$/gm) ?? [];
        const isInfo = /\binfo\b/i.test(bytes.toString());
        for (const _ of commands) socket.write(isInfo ? '$9\r\nloading:0\r\n' : `${line}\r\n`);
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as { port: number };
    return `redis://bob:hunter2@127.0.0.1:${port}`;
  }

  afterEach(async () => {
    vi.restoreAllMocks();
    for (const socket of sockets) socket.destroy();
    await new Promise((done) => server.close(done));
  });

  it.each([
    ['-WRONGPASS invalid username-password pair or user is disabled.', 'WRONGPASS'],
    ['-NOAUTH HELLO must be called with the client already authenticated', 'NOAUTH'],
  ])('says of a connection that ends with %s why, once', async (line, reason) => {
    const warn = vi.spyOn(log, 'warn').mockImplementation(() => {});
    const store = new SharedStore(await answering(line));
    await vi.waitFor(() => expect(warn).toHaveBeenCalled(), 10_000);
    expect(store.isUp).toBe(false);
    expect(await store.run((redis) => redis.get('a'))).toBeNull();
    expect(warn.mock.calls).toEqual([[{ reason }, 'the shared store does not answer; going on without it']]);
    expect(await metricsText()).toMatch(
      new RegExp(`eni_atlas_redis_failures_total\\{reason="${reason}"\\} [1-9]`),
    );
    await store.close();
  });
});
