import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Whether a port of 127.0.0.1 can be listened on. */
export function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** A port on which nothing listens now. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** The port to listen on: the one asked for, or the first free one from a default, which is said. */
export async function choosePort(asked, first) {
  if (asked) {
    if (await isFree(Number(asked))) return Number(asked);
    console.error(`PORT: ${asked} is taken on 127.0.0.1. Choose another, or leave PORT out.`);
    process.exit(78);
  }
  for (let port = first; port < first + 100; port += 1) {
    if (!(await isFree(port))) continue;
    if (port !== first) console.log(`Port ${first} is taken; using ${port}.`);
    return port;
  }
  throw new Error(`no free port from ${first} to ${first + 99}`);
}

/** Waits until a URL answers with success. */
export async function waitForAnswer(url, seconds, hasEnded = () => false) {
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end && !hasEnded()) {
    const isAnswered = await fetch(url, { signal: AbortSignal.timeout(15_000) }).then(
      (response) => response.arrayBuffer().then(() => response.ok),
      () => false,
    );
    if (isAnswered) return;
    await sleep(100);
  }
  throw new Error(`${url} did not answer within ${seconds} s`);
}
