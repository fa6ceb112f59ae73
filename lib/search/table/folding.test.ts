import { expect, it } from 'vitest';
import { ALL_FOLDED, ALL_OPEN, isOpen, toggleGroup } from './folding';

it.each([
  ['open', ALL_OPEN, true],
  ['folded', ALL_FOLDED, false],
])('turns one group round where all are %s, and back', (_, all, areOpen) => {
  const one = toggleGroup(all, 'vpc a');
  expect(isOpen(one, 'vpc a')).toBe(!areOpen);
  expect(isOpen(one, 'vpc that comes later')).toBe(areOpen);
  expect(toggleGroup(one, 'vpc a')).toEqual(all);
});
