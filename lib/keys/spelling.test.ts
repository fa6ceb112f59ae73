import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areCharacters, type KeyPress, parseKeys, partsOf, strokeOf, strokesOf } from './spelling';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

const aKey = fc.constantFrom(...'ABKXZ19?/[]+-*', 'Enter', 'ArrowUp', 'F2', 'Space', 'Delete');
const aStroke = fc
  .tuple(fc.subarray(['Mod', 'Alt', 'Shift']), aKey)
  .map(([held, key]) => [...held, key].join('+'));

describe('keys as text', () => {
  it.each([
    ['mod+k', 'Mod+K'],
    ['shift+alt+MOD+f2', 'Mod+Alt+Shift+F2'],
    [' g  u ', 'G U'],
    ['Shift+x', 'Shift+X'],
    ['Shift+?', '?'],
    ['Mod++', 'Mod++'],
    ['+', '+'],
    ['arrowup', 'ArrowUp'],
  ])('%s is %s', (text, keys) => expect(parseKeys(text)).toBe(keys));

  it.each(['', 'Mod+', 'Mod', 'Hyper+K', 'G U X', 'Enterr', 'Shift+Mod', 'ab'])('%j is none', (text) =>
    expect(parseKeys(text)).toBeNull(),
  );

  it('stay as they are once they are in their one spelling', () =>
    fc.assert(
      fc.property(fc.array(aStroke, { minLength: 1, maxLength: 2 }), (strokes) => {
        const keys = parseKeys(strokes.join(' '));
        expect(keys).not.toBeNull();
        expect(parseKeys(keys ?? '')).toBe(keys);
        expect(strokesOf(keys ?? '')).toHaveLength(strokes.length);
      }),
    ));

  it('come apart into what is held and the key', () => {
    expect(partsOf('Mod+Shift+K')).toEqual({ held: ['Mod', 'Shift'], key: 'K' });
    expect(partsOf('Mod++')).toEqual({ held: ['Mod'], key: '+' });
    expect(partsOf('+')).toEqual({ held: [], key: '+' });
  });

  it('never fail on what someone else wrote', () =>
    fc.assert(
      fc.property(fc.string(), (text) => {
        const keys = parseKeys(text);
        if (keys !== null) expect(parseKeys(keys)).toBe(keys);
      }),
    ));
});

describe('a key press', () => {
  it.each([
    [press('k', { ctrlKey: true }), false, 'Mod+K'],
    [press('k', { metaKey: true }), true, 'Mod+K'],
    [press('k', { metaKey: true }), false, null],
    [press('k', { ctrlKey: true }), true, null],
    [press('X', { shiftKey: true }), false, 'Shift+X'],
    // Caps Lock is not Shift.
    [press('X'), false, 'X'],
    [press('?', { shiftKey: true }), false, '?'],
    [press(' '), false, 'Space'],
    [press('Shift', { shiftKey: true }), false, null],
    [press('Process'), false, null],
    // The letter by its place: on a Russian layout, and with Option on a Mac.
    [press('л', { code: 'KeyK', ctrlKey: true }), false, 'Mod+K'],
    [press('˚', { code: 'KeyK', altKey: true }), true, 'Alt+K'],
    [press('[', { code: 'Digit8', ctrlKey: true, altKey: true }), false, '['],
    [press('[', { code: 'Digit5', altKey: true }), true, '['],
  ])('%j on a Mac %s is %s', (event, isMac, stroke) => expect(strokeOf(event, isMac)).toBe(stroke));

  it('is spelled as its text is parsed', () =>
    fc.assert(
      fc.property(aKey, fc.boolean(), fc.boolean(), (key, shiftKey, ctrlKey) => {
        const stroke = strokeOf(press(key === 'Space' ? ' ' : key, { shiftKey, ctrlKey }), false);
        expect(stroke).toBe(parseKeys(stroke ?? ''));
      }),
    ));
});

it.each([
  ['K', true],
  ['Shift+X', true],
  ['G U', true],
  ['?', true],
  ['Mod+K', false],
  ['Alt+K', false],
  ['F2', false],
  ['Enter', false],
])('%s are characters alone: %s', (keys, expected) => expect(areCharacters(keys)).toBe(expected));
