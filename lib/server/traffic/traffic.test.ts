import { expect, it } from 'vitest';
import { type Asked, Traffic } from './traffic';

const SETTINGS = { rate: 1000, concurrency: 10, fresh: 15_000, redisUrl: null, replicas: 1 };
const never = () => new AbortController().signal;

/** A cloud that holds calls until the test answers them, and counts them. */
function heldCloud() {
  const calls: { answer: (rows: string) => void; refuse: (error: Error) => void }[] = [];
  const asked = (isFresh: boolean): Asked<string> => ({
    place: { account: 'prod', region: 'cn-hangzhou', action: 'DescribeNetworkInterfaces' },
    question: 'all',
    isFresh,
    isExtra: false,
    secret: null,
    check: String,
    send: () =>
      new Promise((resolve, reject) => {
        calls.push({ answer: (value) => resolve({ value, requestId: null, bytes: 1 }), refuse: reject });
      }),
  });
  const traffic = new Traffic(SETTINGS);
  const ask = (isFresh: boolean, signal = never()) => traffic.ask(asked(isFresh), signal);
  /** The n-th call, once it is sent. */
  const call = async (n: number) => {
    await expect.poll(() => calls.length, { interval: 1 }).toBeGreaterThan(n);
    return calls[n] ?? expect.unreachable();
  };
  return { ask, call, calls };
}

it('answers who asks anew by a call that is sent after that, however young the known answer is', async () => {
  const { ask, call, calls } = heldCloud();
  const first = ask(false);
  (await call(0)).answer('old');
  expect(await first).toMatchObject({ value: 'old', cached: false });
  expect(await ask(false)).toMatchObject({ value: 'old', cached: true });
  const fresh = ask(true);
  (await call(1)).answer('new');
  expect(await fresh).toMatchObject({ value: 'new', cached: false });
  expect(await ask(false)).toMatchObject({ value: 'new', cached: true });
  expect(calls).toHaveLength(2);
});

it('sends one call for all who ask anew before it is sent, and another for who asks later', async () => {
  const { ask, call, calls } = heldCloud();
  const together = [ask(true), ask(true), ask(true)];
  const sent = await call(0);
  const late = ask(true);
  (await call(1)).answer('later');
  sent.answer('sooner');
  expect((await Promise.all(together)).map(({ value }) => value)).toEqual(['sooner', 'sooner', 'sooner']);
  expect((await late).value).toBe('later');
  expect(calls).toHaveLength(2);
});

it('does not let who asks anew join a call under way for others', async () => {
  const { ask, call } = heldCloud();
  const usual = ask(false);
  const slow = await call(0);
  const fresh = ask(true);
  (await call(1)).answer('new');
  expect((await fresh).value).toBe('new');
  slow.answer('old');
  await usual;
  // The call that was sent first ended last: its answer is older, and is not kept.
  expect((await ask(false)).value).toBe('new');
});
