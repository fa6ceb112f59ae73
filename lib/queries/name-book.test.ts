import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Names } from '@/lib/eni/names';
import { ProblemError } from '@/lib/eni/problem';
import type { NameBatch, NameWish } from './name-batches';
import { NameBook } from './name-book';

const at = { account: 'prod', region: 'cn-hangzhou' };
const wish = (id: string): NameWish => ({ ...at, id });
const MINUTE = 60_000;

let asked: NameBatch[] = [];
let answer: (batch: NameBatch) => Promise<Names>;

/** Names every id but those of what does not exist. */
const nameAll = async ({ ids }: NameBatch): Promise<Names> => ({
  items: (['vpc', 'vswitch', 'instance', 'sg'] as const).flatMap((kind) =>
    (ids[kind] ?? [])
      .filter((id) => !id.endsWith('none'))
      .map((id) => ({ kind, id, name: id.endsWith('x') ? null : `name of ${id}` })),
  ),
  refused: [],
  unavailable: [],
  asOf: '2026-11-28T00:00:00Z',
});

const newBook = () =>
  new NameBook((batch) => {
    asked.push(batch);
    return answer(batch);
  });
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  answer = nameAll;
});
afterEach(() => vi.useRealTimers());

describe('NameBook', () => {
  it('is settled once all of these have been answered for, by a name, by none or by a refusal', async () => {
    const book = newBook();
    const wishes = ['vpc-1', 'vpc-none', 'vsw-x'].map(wish);
    expect(book.isSettled(wishes)).toBe(false);
    book.want(wishes);
    expect(book.isSettled(wishes)).toBe(false);
    await pass(100);
    expect(book.isSettled(wishes)).toBe(true);
    expect(book.isSettled([...wishes, wish('vpc-2')])).toBe(false);
    answer = () => Promise.reject(new Error('no answer'));
    book.want([wish('i-1')]);
    await pass(100);
    expect(book.isSettled([wish('i-1')])).toBe(true);
  });

  it('gathers what is wanted within a moment into one request, and tells who listens once', async () => {
    const book = newBook();
    const listener = vi.fn();
    book.subscribe(listener);
    book.want([wish('vpc-1'), wish('i-1')]);
    await pass(30);
    book.want([wish('i-2'), wish('vpc-1')]);
    expect(asked).toEqual([]);
    await pass(60);
    expect(asked).toEqual([{ ...at, ids: { vpc: ['vpc-1'], instance: ['i-1', 'i-2'] } }]);
    expect(book.nameOf('i-2')).toBe('name of i-2');
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('asks for the others where one id makes the dashboard refuse a request', async () => {
    const book = newBook();
    answer = async (batch) => {
      if (JSON.stringify(batch).includes('vpc-bad')) throw new ProblemError('malformed', { field: 'vpc' });
      return nameAll(batch);
    };
    const wishes = ['vpc-1', 'vpc-2', 'vpc-bad', 'i-1', 'i-2', `i-${'a'.repeat(63)}`].map(wish);
    book.want(wishes);
    await pass(100);
    expect(['vpc-1', 'vpc-2', 'vpc-bad', 'i-1', 'i-2'].map(book.nameOf)).toEqual([
      'name of vpc-1',
      'name of vpc-2',
      null,
      'name of i-1',
      'name of i-2',
    ]);
    expect(book.isSettled(wishes)).toBe(true);
    expect(JSON.stringify(asked)).not.toContain('aaa');
  });

  it('asks once for what has a name, has none, does not exist, or is under way', async () => {
    const book = newBook();
    let release = () => {};
    answer = async (batch) => {
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      return nameAll(batch);
    };
    const ids = ['i-1', 'i-x', 'i-none', 'eni-1', 'i-0****1'].map(wish);
    book.want(ids);
    await pass(100);
    book.want(ids);
    await pass(100);
    release();
    await pass(100);
    book.want(ids);
    await pass(100);
    expect(asked).toEqual([{ ...at, ids: { instance: ['i-1', 'i-x', 'i-none'] } }]);
    expect([book.nameOf('i-x'), book.nameOf('i-none'), book.nameOf('i-9')]).toEqual([null, null, null]);
  });

  it('shows an old name while it asks again after half an hour', async () => {
    const book = newBook();
    book.want([wish('i-1')]);
    await pass(100);
    await pass(31 * MINUTE);
    answer = async () => ({ ...(await nameAll({ ...at, ids: {} })), items: [] });
    book.want([wish('i-1')]);
    await pass(100);
    expect(asked).toHaveLength(2);
    expect(book.nameOf('i-1')).toBe('name of i-1');
  });

  it('leaves a kind alone for a quarter of an hour where it is not allowed, and says what to grant', async () => {
    const book = newBook();
    answer = async (batch) => ({
      ...(await nameAll({ ...batch, ids: { vpc: batch.ids.vpc ?? [] } })),
      unavailable: batch.ids.sg
        ? [{ kind: 'sg', action: 'ecs:DescribeSecurityGroups', code: 'cloud_forbidden' }]
        : [],
    });
    book.want([wish('sg-1'), wish('vpc-1')]);
    await pass(100);
    expect(book.nameOf('vpc-1')).toBe('name of vpc-1');
    expect(book.refusedActions('prod', 'cn-hangzhou')).toBe('ecs:DescribeSecurityGroups');
    expect(book.refusedActions('prod', 'cn-beijing')).toBe('');
    book.want([wish('sg-2'), wish('vpc-2')]);
    book.want([{ ...wish('sg-3'), region: 'cn-beijing' }]);
    await pass(100);
    expect(asked.slice(1).map(({ region, ids }) => [region, ids])).toEqual([
      ['cn-hangzhou', { vpc: ['vpc-2'] }],
      ['cn-beijing', { sg: ['sg-3'] }],
    ]);
    await pass(16 * MINUTE);
    answer = nameAll;
    book.want([wish('sg-2')]);
    await pass(100);
    expect(book.nameOf('sg-2')).toBe('name of sg-2');
    expect(book.refusedActions('prod', 'cn-hangzhou')).toBe('');
  });

  it('waits a minute after what passes, and asks for nothing to be granted', async () => {
    const book = newBook();
    answer = () => Promise.reject(new TypeError('Failed to fetch'));
    book.want([wish('i-1')]);
    await pass(100);
    book.want([wish('i-1')]);
    await pass(100);
    expect(asked).toHaveLength(1);
    expect(book.refusedActions('prod', 'cn-hangzhou')).toBe('');
    await pass(MINUTE);
    answer = nameAll;
    book.want([wish('i-1')]);
    await pass(100);
    expect(book.nameOf('i-1')).toBe('name of i-1');
  });

  it('has a few requests under way at most, and asks for all that is wanted', async () => {
    const book = newBook();
    let underWay = 0;
    let most = 0;
    answer = async (batch) => {
      most = Math.max(most, ++underWay);
      await new Promise((resolve) => setTimeout(resolve, 10));
      underWay -= 1;
      return nameAll(batch);
    };
    const all = Array.from({ length: 950 }, (_, n) => wish(`i-${n}`));
    book.want(all);
    await pass(500);
    expect(asked).toHaveLength(10);
    expect(most).toBe(3);
    expect(all.every(({ id }) => book.nameOf(id) === `name of ${id}`)).toBe(true);
  });
});
