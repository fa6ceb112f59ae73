import { expect, it } from 'vitest';
import { CHANGE_KINDS } from './change';
import { changesHash, kindOfHash } from './changes-hash';

it.each(CHANGE_KINDS)('reads back %s', (kind) => expect(kindOfHash(changesHash(kind))).toBe(kind));

it.each(['', '#', '#list', '#changes-', '#changes-other'])('names no kind in %j', (hash) =>
  expect(kindOfHash(hash)).toBeNull(),
);
