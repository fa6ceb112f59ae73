import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clashesOf } from './clashes';
import { COMMAND_IDS, commandBy } from './commands';
import {
  changedCommands,
  keysInEffect,
  NO_OWN_KEYS,
  type OwnKeys,
  readOwnKeys,
  resetAllKeys,
  resetKeys,
  swapKeys,
  swapPartner,
  takeKeys,
  writeOwnKeys,
} from './own-keys';

const aCommand = fc.constantFrom(...COMMAND_IDS);
const someKeys = fc.constantFrom('G', 'G U', 'R', 'X', 'Shift+X', 'Mod+J', 'F2', '/', 'J', 'K', 'Q');
const ownKeys: fc.Arbitrary<OwnKeys> = fc
  .dictionary(aCommand, fc.option(someKeys))
  .map((keys) => ({ keys, rest: {} }));

describe("a person's keys", () => {
  it('are read as they were written', () =>
    fc.assert(
      fc.property(ownKeys, (own) => {
        expect(readOwnKeys(writeOwnKeys(own)).keys).toEqual({ ...own.keys });
      }),
    ));

  it('never fail on what is stored', () =>
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(Object.keys(keysInEffect(readOwnKeys(text)))).toEqual(COMMAND_IDS);
      }),
    ));

  it('keep what another version wrote', () => {
    const stored = {
      version: 7,
      more: 1,
      keys: { refresh: 'F2', beam: 'B U', select: 'Hyper+X', copy: null },
    };
    const own = readOwnKeys(JSON.stringify(stored));
    expect(own.keys).toEqual({ refresh: 'F2', copy: null });
    expect(JSON.parse(writeOwnKeys(takeKeys(own, 'goEnis', 'Q')) ?? '')).toEqual({
      version: 1,
      keys: { beam: 'B U', select: 'Hyper+X', refresh: 'F2', copy: null, goEnis: 'Q' },
    });
    expect(resetAllKeys(own).rest).toEqual({ beam: 'B U', select: 'Hyper+X' });
  });

  it('need no entry when nothing is changed', () => expect(writeOwnKeys(NO_OWN_KEYS)).toBeNull());

  it('never clash in effect, whatever is stored', () =>
    fc.assert(
      fc.property(ownKeys, (own) => {
        const now = keysInEffect(own);
        for (const id of COMMAND_IDS) expect(clashesOf(id, now[id] ?? 'F24', now)).toEqual([]);
      }),
    ));

  it('stand against a default', () => {
    const now = keysInEffect({ keys: { goEnis: 'R' }, rest: {} });
    expect(now).toMatchObject({ goEnis: 'R', refresh: null });
    expect(changedCommands(now)).toEqual(['refresh', 'goEnis']);
  });

  it('are in effect once taken, and of no one else', () =>
    fc.assert(
      fc.property(ownKeys, aCommand, someKeys, (own, id, keys) => {
        const now = keysInEffect(takeKeys(own, id, keys));
        expect(now[id]).toBe(keys);
        expect(clashesOf(id, keys, now)).toEqual([]);
      }),
    ));

  it('are exchanged both ways', () =>
    fc.assert(
      fc.property(ownKeys, aCommand, someKeys, (own, id, keys) => {
        const before = keysInEffect(own);
        const partner = swapPartner(id, keys, before);
        fc.pre(partner !== null);
        const after = keysInEffect(swapKeys(own, id, partner));
        expect([after[id], after[partner]]).toEqual([before[partner], before[id]]);
      }),
    ));

  it('go back to the default, one or all', () =>
    fc.assert(
      fc.property(ownKeys, aCommand, (own, id) => {
        expect(keysInEffect(resetKeys(own, id))[id]).toBe(commandBy(id).keys);
        expect(changedCommands(keysInEffect(resetAllKeys(own)))).toEqual([]);
      }),
    ));
});
