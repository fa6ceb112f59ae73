import { expect, it } from 'vitest';
import { begin, countFresh } from './fairness';

const problemOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    return (error as { problem: unknown }).problem;
  }
  return null;
};

it('lets an asker have two exports under way, and says what the third waits for', () => {
  const ends = [begin('lin', 'export'), begin('lin', 'export')];
  expect(problemOf(() => begin('lin', 'export'))).toMatchObject({
    status: 429,
    code: 'asker_busy',
    retryAfter: 10,
    detail: expect.stringContaining('2 exports under way'),
  });
  // Neither other people nor other things of the same person wait for it.
  begin('mara', 'export')();
  begin('lin', 'wide')();
  for (const end of ends) {
    end();
    end();
  }
  const again = [begin('lin', 'export'), begin('lin', 'export')];
  expect(problemOf(() => begin('lin', 'export'))).not.toBeNull();
  for (const end of again) end();
});

it('counts forced refreshes of the last minute', () => {
  const start = 1_800_000_000_000;
  for (let n = 0; n < 60; n++) countFresh('lin', start + n * 500);
  expect(problemOf(() => countFresh('lin', start + 30_000))).toMatchObject({
    code: 'asker_busy',
    retryAfter: 30,
  });
  countFresh('mara', start + 30_000);
  countFresh('lin', start + 60_000);
});
