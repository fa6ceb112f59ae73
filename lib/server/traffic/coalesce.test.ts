import { describe, expect, it } from 'vitest';
import { Coalescer } from './coalesce';

const never = () => new AbortController().signal;

/** Work that ends when it is told to, and notes when it was begun and given up. */
function heldWork() {
  const seen = { begun: 0, givenUp: 0 };
  let end: (value: string) => void = () => {};
  const work = (signal: AbortSignal) =>
    new Promise<string>((resolve, reject) => {
      seen.begun++;
      end = resolve;
      signal.addEventListener('abort', () => {
        seen.givenUp++;
        reject(signal.reason);
      });
    });
  return { seen, work, end: (value: string) => end(value) };
}

describe('Coalescer', () => {
  it('does equal work once for all who wait', async () => {
    const coalescer = new Coalescer();
    const { seen, work, end } = heldWork();
    const joined = Array.from({ length: 100 }, () => coalescer.join('page', never(), work));
    end('rows');
    const answers = await Promise.all(joined);
    expect(answers.filter(({ isFirst }) => isFirst)).toHaveLength(1);
    expect(answers.every(({ value }) => value === 'rows')).toBe(true);
    expect(seen.begun).toBe(1);
  });

  it('goes on for the second when the first goes away', async () => {
    const coalescer = new Coalescer();
    const { seen, work, end } = heldWork();
    const gone = new AbortController();
    const first = coalescer.join('page', gone.signal, work);
    const second = coalescer.join('page', never(), work);
    gone.abort(new Error('gone'));
    await expect(first).rejects.toThrow('gone');
    end('rows');
    expect((await second).value).toBe('rows');
    expect(seen.givenUp).toBe(0);
  });

  it('gives the work up when the last has gone, and does it anew for the next', async () => {
    const coalescer = new Coalescer();
    const { seen, work, end } = heldWork();
    const gone = new AbortController();
    const first = coalescer.join('page', gone.signal, work);
    gone.abort(new Error('gone'));
    await expect(first).rejects.toThrow('gone');
    expect(seen.givenUp).toBe(1);
    const next = coalescer.join('page', never(), work);
    end('rows');
    expect((await next).isFirst).toBe(true);
    expect(seen.begun).toBe(2);
  });

  it('lets nobody join work that was closed, which goes on for those who wait', async () => {
    const coalescer = new Coalescer();
    const { seen, work, end } = heldWork();
    let close = () => {};
    const first = coalescer.join('page', never(), (signal, closeIt) => {
      close = closeIt;
      return work(signal);
    });
    const endFirst = () => end('old rows');
    const early = coalescer.join('page', never(), work);
    expect(seen.begun).toBe(1);
    close();
    endFirst();
    const late = coalescer.join('page', never(), work);
    expect(seen.begun).toBe(2);
    end('new rows');
    expect([(await first).value, (await early).value]).toEqual(['old rows', 'old rows']);
    expect(await late).toEqual({ value: 'new rows', isFirst: true });
  });

  it('gives closed work up too when the last has gone', async () => {
    const coalescer = new Coalescer();
    const { seen, work } = heldWork();
    const gone = new AbortController();
    const only = coalescer.join('page', gone.signal, (signal, close) => {
      close();
      return work(signal);
    });
    gone.abort(new Error('gone'));
    await expect(only).rejects.toThrow('gone');
    expect(seen.givenUp).toBe(1);
  });

  it('tells all who wait of a failure, and remembers it no longer', async () => {
    const coalescer = new Coalescer();
    const failing = () => Promise.reject(new Error('no'));
    const both = [coalescer.join('page', never(), failing), coalescer.join('page', never(), failing)];
    for (const each of both) await expect(each).rejects.toThrow('no');
    expect((await coalescer.join('page', never(), async () => 'rows')).value).toBe('rows');
  });
});
