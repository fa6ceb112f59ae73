import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clashesOf, fixedClashesOf, keysClash, problemOfKeys } from './clashes';
import { COMMAND_IDS, type CommandId, commandBy, FIXED_IDS, fixedBy, placesMeet } from './commands';
import { keysInEffect, NO_OWN_KEYS } from './own-keys';
import { parseKeys } from './spelling';

const DEFAULTS = keysInEffect(NO_OWN_KEYS);
const someKeys = fc.constantFrom('G', 'G U', 'G E', 'R', 'X', 'Shift+X', 'Mod+J', 'F2');
const aCommand = fc.constantFrom(...COMMAND_IDS);

describe('the list of commands', () => {
  it('spells every key as it is parsed', () => {
    const spelled = [
      ...COMMAND_IDS.flatMap((id) => commandBy(id).keys ?? []),
      ...FIXED_IDS.flatMap((id) => fixedBy(id).keys),
    ];
    expect(spelled.map(parseKeys)).toEqual(spelled);
  });

  it('gives no two commands of one place the same keys', () => {
    for (const id of COMMAND_IDS) {
      const { keys } = commandBy(id);
      if (keys === null) continue;
      expect(clashesOf(id, keys, DEFAULTS), id).toEqual([]);
      expect(fixedClashesOf(id, keys), id).toEqual([]);
      expect(problemOfKeys(id, keys), id).toBeNull();
    }
  });

  it('gives every default when nothing is changed', () =>
    expect(DEFAULTS).toEqual(Object.fromEntries(COMMAND_IDS.map((id) => [id, commandBy(id).keys]))));
});

describe('a clash', () => {
  it('is the same from both sides', () =>
    fc.assert(
      fc.property(someKeys, someKeys, (a, b) => {
        expect(keysClash(a, b)).toBe(keysClash(b, a));
      }),
    ));

  it('is seen from either command', () =>
    fc.assert(
      fc.property(aCommand, someKeys, aCommand, someKeys, (a, keysA, b, keysB) => {
        fc.pre(a !== b);
        const none = Object.fromEntries(COMMAND_IDS.map((id) => [id, null])) as Record<CommandId, null>;
        const now = { ...none, [a]: keysA, [b]: keysB };
        expect(clashesOf(a, keysA, now).includes(b)).toBe(clashesOf(b, keysB, now).includes(a));
      }),
    ));

  it('is also with keys that begin with these', () =>
    expect(clashesOf('refresh', 'G', DEFAULTS)).toEqual([
      'goOverview',
      'goEnis',
      'goUsage',
      'goFindings',
      'goCleanup',
      'goCompare',
    ]));

  it('is none where the places never meet', () => {
    expect(placesMeet('rows', 'map')).toBe(false);
    expect(placesMeet('rows', 'everywhere')).toBe(true);
    expect(clashesOf('nextFree', 'X', DEFAULTS)).toEqual([]);
  });

  it('with a fixed key is told, unless it is meant', () => {
    expect(fixedClashesOf('nextFree', '/')).toEqual(['goTo']);
    expect(fixedClashesOf('filterBar', '/')).toEqual([]);
  });
});

it.each([
  ['refresh', 'Mod+T', 'reserved'],
  ['refresh', 'F5', 'reserved'],
  ['refresh', 'Mod+C', 'reserved'],
  ['refresh', 'Enter', 'moves'],
  ['select', 'Shift+ArrowUp', 'moves'],
  ['palette', 'P', 'typed'],
  ['palette', 'Mod+K', null],
  ['refresh', 'F2', null],
  ['refresh', 'G R', null],
] as const)('%s on %s: %s', (id, keys, problem) => expect(problemOfKeys(id, keys)).toBe(problem));
