import { expect, it } from 'vitest';
import { seenHints, withSeen } from './hint-ids';

it('remembers each hint once, and forgets what no version of this knows', () => {
  expect(seenHints(null)).toEqual([]);
  expect(withSeen(withSeen(null, 'calls'), 'calls')).toBe('calls');
  expect(withSeen('calls,constructor,old', 'score')).toBe('calls,score');
});
