import { describe, expect, it } from 'vitest';
import { ProblemError } from '@/lib/eni/problem';
import { Attempts } from './attempts';
import { Gate } from './gate';
import { Pace } from './pace';
import { RetryBudget } from './retry-budget';

const place = { account: 'prod', region: 'cn-hangzhou', action: 'DescribeNetworkInterfaces' };
const gate = () => new Gate(place, new Pace(place, { rate: 1000, replicas: 1, shared: null }), 8);
const broken = () => Promise.reject(new ProblemError('upstream_bad_payload'));

describe('Attempts', () => {
  it('pays for the tries that it makes, and for none after the last', async () => {
    const budget = new RetryBudget();
    const full = budget.left;
    let calls = 0;
    const send = () => {
      calls++;
      return broken();
    };
    const made = new Attempts(place, budget).make(gate(), place.action, new AbortController().signal, send);
    await expect(made).rejects.toThrow('upstream_bad_payload');
    expect({ calls, spent: full - budget.left }).toEqual({ calls: 3, spent: 10 });
  });

  it('makes one try where nothing is left to pay with', async () => {
    const budget = new RetryBudget();
    budget.left = 4;
    let calls = 0;
    const send = () => {
      calls++;
      return broken();
    };
    const made = new Attempts(place, budget).make(gate(), place.action, new AbortController().signal, send);
    await expect(made).rejects.toThrow();
    expect(calls).toBe(1);
  });

  it('ends the pause between two tries when its asker leaves', async () => {
    const leaving = new AbortController();
    let calls = 0;
    const send = () => {
      calls++;
      // In the pause that follows.
      setTimeout(() => leaving.abort(new Error('left')), 1);
      return broken();
    };
    const made = new Attempts(place, new RetryBudget(), () => 60_000).make(
      gate(),
      place.action,
      leaving.signal,
      send,
    );
    await expect(made).rejects.toThrow('left');
    expect(calls).toBe(1);
  });
});
