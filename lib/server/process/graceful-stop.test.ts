import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

beforeEach(() => {
  vi.resetModules();
  vi.stubEnv('ENI_ATLAS_LOG_LEVEL', 'silent');
  vi.useFakeTimers();
  delete (globalThis as Record<symbol, unknown>)[Symbol.for('eni-atlas.draining')];
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

async function fakeProcess() {
  const { stopGracefully } = await import('./graceful-stop');
  const process = Object.assign(new EventEmitter(), { exit: vi.fn<(code?: number) => never>(), exitCode: 0 });
  stopGracefully(process as unknown as NodeJS.Process);
  /** Exits like Node: sets the code, then lets listeners change it. */
  const end = (code: number) => {
    process.exitCode = code;
    process.emit('exit', code);
    return process.exitCode;
  };
  return { process, end };
}

const readiness = async () =>
  (await import('@/app/readyz/route')).GET(new Request('http://localhost/readyz'));

test.each(['SIGTERM', 'SIGINT'])('%s flips readiness and ends with 0', async (signal) => {
  const { process, end } = await fakeProcess();
  expect((await readiness()).status).toBe(200);
  process.emit(signal, signal);
  const answer = await readiness();
  expect(answer.status).toBe(503);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(await answer.json()).toMatchObject({ status: 503, title: 'stopping', ready: false });
  expect(end(signal === 'SIGTERM' ? 143 : 130)).toBe(0);
});

test('a failure while stopping is still one, and without a signal every code stays', async () => {
  const { process, end } = await fakeProcess();
  expect(end(143)).toBe(143);
  process.emit('SIGTERM', 'SIGTERM');
  expect(end(1)).toBe(1);
});

test('what hangs is cut off after 25 seconds', async () => {
  const { process } = await fakeProcess();
  process.emit('SIGTERM', 'SIGTERM');
  vi.advanceTimersByTime(24_999);
  expect(process.exit).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(process.exit).toHaveBeenCalledExactlyOnceWith(1);
});
