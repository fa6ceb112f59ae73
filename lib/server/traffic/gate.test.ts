import { describe, expect, it, vi } from 'vitest';
import { ProblemError } from '@/lib/eni/problem';
import { Gate } from './gate';
import { Pace } from './pace';

const place = { account: 'prod', region: 'cn-hangzhou', action: 'DescribeNetworkInterfaces' };
const never = () => new AbortController().signal;

function gateOf({ rate = 1000, concurrency = 2 } = {}) {
  return new Gate(place, new Pace(place, { rate, replicas: 1, shared: null }), concurrency);
}

async function codeOf(entering: Promise<unknown>): Promise<string> {
  const error = await entering.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof ProblemError ? error.problem.code : String(error);
}

describe('Gate', () => {
  it('lets in as many at once as it may, and the next when one leaves, in their order', async () => {
    const gate = gateOf();
    const entered: number[] = [];
    const leaves = [0, 1, 2, 3].map((n) =>
      gate.enter(never()).then((leave) => {
        entered.push(n);
        return leave;
      }),
    );
    await vi.waitFor(() => expect(entered).toEqual([0, 1]));
    expect([gate.inFlight, gate.queueDepth]).toEqual([2, 2]);
    (await leaves[1])?.();
    await vi.waitFor(() => expect(entered).toEqual([0, 1, 2]));
    (await leaves[0])?.();
    await vi.waitFor(() => expect(entered).toEqual([0, 1, 2, 3]));
  });

  it('lets askers take turns, whoever has more waiting', async () => {
    const gate = gateOf({ concurrency: 1 });
    const leave = await gate.enter(never(), 'greedy');
    const entered: string[] = [];
    const comes = (who: string, name: string) =>
      gate.enter(never(), who).then((leaves) => {
        entered.push(name);
        leaves();
      });
    const all = [1, 2, 3, 4].map((n) => comes('greedy', `greedy ${n}`));
    all.push(comes('modest', 'modest 1'), comes('other', 'other 1'), comes('modest', 'modest 2'));
    leave();
    await Promise.all(all);
    expect(entered).toEqual([
      'greedy 1',
      'modest 1',
      'other 1',
      'greedy 2',
      'modest 2',
      'greedy 3',
      'greedy 4',
    ]);
  });

  it('has room for who comes late, at the cost of who has most waiting', async () => {
    const gate = gateOf({ concurrency: 1 });
    const leave = await gate.enter(never(), 'greedy');
    const greedy = Array.from({ length: 50 }, () => codeOf(gate.enter(never(), 'greedy').then((go) => go())));
    const modest = codeOf(gate.enter(never(), 'modest').then((go) => go()));
    expect(await codeOf(gate.enter(never(), 'greedy'))).toBe('queue_full');
    leave();
    expect(await modest).toBe('null');
    const codes = await Promise.all(greedy);
    expect(codes.filter((code) => code === 'queue_full')).toHaveLength(1);
    expect(codes.at(-1)).toBe('queue_full');
  });

  it('counts who leaves twice once', async () => {
    const gate = gateOf();
    const leave = await gate.enter(never());
    leave();
    leave();
    expect(gate.inFlight).toBe(0);
  });

  it('gives the place of who went away to the next', async () => {
    const gate = gateOf({ concurrency: 1 });
    const leave = await gate.enter(never());
    const gone = new AbortController();
    const first = gate.enter(gone.signal);
    const second = gate.enter(never());
    gone.abort(new Error('gone'));
    await expect(first).rejects.toThrow('gone');
    expect(gate.queueDepth).toBe(1);
    leave();
    (await second)();
    expect(gate.inFlight).toBe(0);
  });

  it('refuses the fifty-first that would have to wait', async () => {
    const gate = gateOf({ concurrency: 1 });
    await gate.enter(never());
    const gone = new AbortController();
    const waiting = Array.from({ length: 50 }, () => gate.enter(gone.signal).catch(() => {}));
    expect(await codeOf(gate.enter(never()))).toBe('queue_full');
    gone.abort();
    await Promise.all(waiting);
  });

  it('tells at once who would wait for long because the cloud asked to, and lets nobody in', async () => {
    const gate = gateOf({ concurrency: 1 });
    const leave = await gate.enter(never());
    const waiting = gate.enter(never());
    const told = codeOf(waiting);
    await gate.cool(34_000);
    expect(await told).toBe('upstream_throttled');
    leave();
    const error = await gate.enter(never()).catch((reason: unknown) => reason);
    expect((error as ProblemError).problem).toMatchObject({ code: 'upstream_throttled', retryAfter: 34 });
    expect(gate.inFlight).toBe(0);
  });

  it('sits a short pause out', async () => {
    const gate = gateOf();
    await gate.cool(150);
    const started = performance.now();
    (await gate.enter(never()))();
    expect(performance.now() - started).toBeGreaterThan(130);
  });
});
