import { expect, it } from 'vitest';
import { COMMAND_IDS } from '@/lib/keys/commands';
import { keysInEffect, NO_OWN_KEYS } from '@/lib/keys/own-keys';
import { type Circumstances, strokeReader } from './stroke-reader';

const HERE: Circumstances = {
  keys: keysInEffect(NO_OWN_KEYS),
  offered: COMMAND_IDS,
  hasSingleKeys: true,
  isElsewhere: false,
  now: 0,
};

it('knows a key, a pair, and a pair that came too late', () => {
  const reader = strokeReader();
  expect(reader.read('R', HERE)).toBe('refresh');
  expect(reader.read('G', HERE)).toBe('begins');
  expect(reader.isWithin(100)).toBe(true);
  expect(reader.read('U', { ...HERE, now: 900 })).toBe('goUsage');
  expect(reader.isWithin(900)).toBe(false);
  expect(reader.read('G', { ...HERE, now: 1000 })).toBe('begins');
  expect(reader.read('U', { ...HERE, now: 4000 })).toBeNull();
});

it('takes the second of no pair for a key of its own', () => {
  const reader = strokeReader();
  reader.read('G', HERE);
  expect(reader.read('R', HERE)).toBe('refresh');
  reader.read('G', HERE);
  expect(reader.read('G', HERE)).toBe('begins');
  expect(reader.read('E', HERE)).toBe('goEnis');
});

it('hears in fields only what types nothing and is meant to work there', () => {
  const reader = strokeReader();
  const inField = { ...HERE, isElsewhere: true };
  expect(reader.read('Mod+K', inField)).toBe('palette');
  expect(reader.read('R', inField)).toBeNull();
  expect(reader.read('F2', { ...inField, keys: { ...HERE.keys, refresh: 'F2' } })).toBeNull();
});

it('hears no characters while single keys are off', () => {
  const reader = strokeReader();
  const off = { ...HERE, hasSingleKeys: false };
  expect(reader.read('R', off)).toBeNull();
  expect(reader.read('G', off)).toBeNull();
  expect(reader.read('Mod+K', off)).toBe('palette');
  expect(reader.read('F2', { ...off, keys: { ...HERE.keys, refresh: 'F2' } })).toBe('refresh');
});

it('passes what does nothing here', () =>
  expect(strokeReader().read('R', { ...HERE, offered: ['palette'] })).toBeNull());
