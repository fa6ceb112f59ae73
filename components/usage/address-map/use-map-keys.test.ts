import type { KeyboardEvent } from 'react';
import { expect, test } from 'vitest';
import { mapKeys } from './use-map-keys';

/** Where a key leads from an address of a vSwitch; null where it leads nowhere. */
function reached(key: string, cursor: number, size: number, ctrlKey = false): number | null {
  let to: number | null = null;
  const press = mapKeys({
    size,
    cursor,
    onMove: (at) => {
      to = at;
    },
    onExtend: () => {},
    onOpen: () => {},
    onLeave: () => false,
    commands: {},
    onGoTo: () => {},
  });
  press({ key, code: key, ctrlKey, preventDefault: () => {} } as KeyboardEvent);
  return to;
}

test.each([
  { key: 'End', from: 18, of: 256, to: 31 },
  { key: 'End', from: 3, of: 8, to: 7 },
  { key: 'Home', from: 18, of: 256, to: 16 },
  { key: 'ArrowDown', from: 3, of: 8, to: null },
  { key: 'ArrowLeft', from: 0, of: 256, to: null },
  { key: 'PageDown', from: 5, of: 1024, to: 261 },
])('$key leads from $from of $of to $to', ({ key, from, of, to }) => {
  expect(reached(key, from, of)).toBe(to);
});

test('Ctrl and End leads to the last address, Ctrl and Home to the first', () => {
  expect(reached('End', 18, 1024, true)).toBe(1023);
  expect(reached('Home', 18, 1024, true)).toBe(0);
});
