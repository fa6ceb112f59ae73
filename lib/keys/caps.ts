import { type Keys, partsOf, strokesOf } from './spelling';

const CAPS: Record<string, string> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Enter: '↵',
  Escape: 'Esc',
  Backspace: '⌫',
  Delete: 'Del',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  '-': '−',
};
const HELD = { Mod: ['Ctrl', '⌘'], Alt: ['Alt', '⌥'], Shift: ['⇧', '⇧'] } as const;

const heldCap = (name: string, isMac: boolean) => HELD[name as keyof typeof HELD][isMac ? 1 : 0];

/** The labels of the keys on the keyboard, key by key, for each stroke: `Mod+K` is `['⌘', 'K']` on a Mac. */
export function capsOf(keys: Keys, isMac: boolean): string[] {
  return strokesOf(keys).flatMap((stroke) => {
    const { held, key } = partsOf(stroke);
    return [...held.map((name) => heldCap(name, isMac)), CAPS[key] ?? key];
  });
}

/** Keys as words of one line: `⌘K`, `Ctrl+K`, `G U`. */
export function keysText(keys: Keys, isMac: boolean): string {
  return strokesOf(keys)
    .map((stroke) => capsOf(stroke, isMac).join(isMac ? '' : '+'))
    .join(' ');
}

/** Keys as `aria-keyshortcuts` has them, which knows no pairs: undefined for one. */
export function ariaKeysOf(keys: Keys, isMac: boolean): string | undefined {
  const [stroke = '', ...more] = strokesOf(keys);
  if (more.length > 0) return undefined;
  const { held, key } = partsOf(stroke);
  const names = held.map((name) => (name === 'Mod' ? (isMac ? 'Meta' : 'Control') : name));
  return [...names, key === '+' ? 'Plus' : key].join('+');
}
