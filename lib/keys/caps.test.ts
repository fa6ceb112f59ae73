import { expect, it } from 'vitest';
import { ariaKeysOf, capsOf, keysText } from './caps';

it.each([
  ['Mod+K', ['⌘', 'K'], ['Ctrl', 'K'], '⌘K', 'Ctrl+K', 'Control+K'],
  ['G U', ['G', 'U'], ['G', 'U'], 'G U', 'G U', undefined],
  ['Shift+ArrowLeft', ['⇧', '←'], ['⇧', '←'], '⇧←', '⇧+←', 'Shift+ArrowLeft'],
  ['+', ['+'], ['+'], '+', '+', 'Plus'],
  ['Mod+-', ['⌘', '−'], ['Ctrl', '−'], '⌘−', 'Ctrl+−', 'Control+-'],
])('%s on keyboards', (keys, mac, others, macText, othersText, aria) => {
  expect(capsOf(keys, true)).toEqual(mac);
  expect(capsOf(keys, false)).toEqual(others);
  expect(keysText(keys, true)).toBe(macText);
  expect(keysText(keys, false)).toBe(othersText);
  expect(ariaKeysOf(keys, false)).toBe(aria);
});
