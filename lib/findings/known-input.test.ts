import { expect, it } from 'vitest';
import { findAll } from './find';
import { idleEniWith, inputWith } from './findings.test-kit';
import { keepFound, knownFound, knownInput } from './known-input';
import { DEFAULT_POLICY } from './policy';

it('is one input for all who ask the same of the same ENIs', () => {
  const enis = [idleEniWith({ id: 'eni-1' })];
  const vpcs: never[] = [];
  const first = knownInput(inputWith({ enis, vpcs }));
  const again = knownInput(inputWith({ enis, vpcs, policy: structuredClone(DEFAULT_POLICY) }));
  expect(again).toBe(first);
  expect(knownFound(again)).toBeNull();
  const found = findAll(first);
  keepFound(first, found);
  expect(knownFound(again)).toBe(found);
});

it('is another one where anything differs', () => {
  const enis = [idleEniWith({ id: 'eni-1' })];
  const vpcs: never[] = [];
  const first = knownInput(inputWith({ enis, vpcs }));
  const thresholds = { ...DEFAULT_POLICY.thresholds, idleAfterDays: 30 };
  expect(knownInput(inputWith({ enis, vpcs, policy: { thresholds } }))).not.toBe(first);
  expect(knownInput(inputWith({ enis, vpcs, now: 1 }))).not.toBe(first);
  expect(knownInput(inputWith({ enis, vpcs, vSwitches: [] }))).not.toBe(first);
  expect(knownInput(inputWith({ enis: [...enis], vpcs }))).not.toBe(first);
});
