import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Benchmark } from './benchmark';
import { type Client, createClient } from './client';
import { factor, p95, time, times } from './statistics';

const SOCKETS = 500;
/** A header timeout of 15 s, and the time until Node looks for the next time. */
const SECONDS = 20;
const LONG_SECONDS = 100;

/** A client that begins a request and sends a header every second for ever. */
function dawdle(port: number, isCut: (ms: number) => void): Socket {
  const socket = connect(port, '127.0.0.1');
  const started = performance.now();
  socket.write('GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n');
  const timer = setInterval(() => socket.writable && socket.write('X-Slow: 1\r\n'), 1000);
  socket.on('error', () => {});
  socket.on('close', () => {
    clearInterval(timer);
    isCut(performance.now() - started);
  });
  socket.resume();
  return socket;
}

/** How long the list takes, asked a few times a second. */
async function sampleList(client: Client, until: () => boolean): Promise<{ ms: number[]; failed: number }> {
  const ms: number[] = [];
  let failed = 0;
  while (!until()) {
    const answer = await client.get('/api/enis?limit=100').catch(() => null);
    if (answer?.status === 200) ms.push(answer.ms);
    else failed += 1;
    await sleep(150);
  }
  return { ms, failed };
}

/** L4: 500 clients that never finish their request, and one that wants an answer meanwhile. */
export const slowClients: Benchmark = {
  name: 'slow-clients',
  what: `L4: ${SOCKETS} sockets that send their headers slowly`,
  bar: 'cut by the header timeout, service up',
  async run(context) {
    const emulator = await context.emulator(2400);
    const dashboard = await context.dashboard(emulator);
    const client = createClient(dashboard.url);
    const calm = performance.now() + 4000;
    await client.get('/api/enis?limit=100');
    const before = await sampleList(client, () => performance.now() > calm);

    const most = (context.isLong ? LONG_SECONDS : SECONDS) * 1000;
    const end = performance.now() + most;
    const cut: number[] = [];
    const sockets = Array.from({ length: SOCKETS }, () => dawdle(dashboard.port, (ms) => cut.push(ms)));
    const during = await sampleList(client, () => cut.length === SOCKETS || performance.now() > end);
    const cutByThem = [...cut];
    for (const socket of sockets) socket.destroy();
    client.close();
    const numbers = {
      cut: cutByThem.length,
      lastCutMs: Math.max(0, ...cutByThem),
      p95Ms: p95(during.ms),
      beforeP95Ms: p95(before.ms),
      failed: during.failed,
    };
    return [
      {
        what: `L4: of ${SOCKETS} slow sockets cut within ${most / 1000} s`,
        figure: String(cutByThem.length),
        baseline: '—',
        ratio: '',
        bar: String(SOCKETS),
        isMet: cutByThem.length === SOCKETS,
        notes: cutByThem.length > 0 ? [`the last was cut after ${time(Math.max(...cutByThem))}`] : [],
        numbers,
      },
      {
        what: 'L4: a list of 100 meanwhile',
        figure: times(during.ms),
        baseline: `${times(before.ms)} before`,
        ratio: factor(p95(during.ms) / p95(before.ms)),
        bar: '0 failed',
        isMet: during.failed === 0 && during.ms.length > 0,
        notes: [`${during.failed} of ${during.ms.length + during.failed} failed`],
        numbers,
      },
    ];
  },
};
