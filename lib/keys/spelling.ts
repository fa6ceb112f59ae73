/**
 * Keys as text. A stroke is `Mod+Alt+Shift+` (those that are held) and a key: a letter in capitals, another visible
 * character as it is typed (`?`, `[`, `+`), or a name (`Enter`, `ArrowUp`, `F2`, `Space`). `Mod` is ⌘ on a Mac and Ctrl
 * elsewhere. Shift is written only with letters and names: `?` already implies it. A space separates strokes that
 * follow one another: `G U`.
 */
export type Keys = string;

/** The parts of a key press that are read; a `KeyboardEvent` has them. */
export type KeyPress = {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
};

/** The most strokes of one shortcut. */
const MOST_STROKES = 2;

const NAMED = [
  ...[
    'Enter',
    'Space',
    'Tab',
    'Escape',
    'Backspace',
    'Delete',
    'Insert',
    'Home',
    'End',
    'PageUp',
    'PageDown',
  ],
  ...['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'],
  ...Array.from({ length: 12 }, (_, at) => `F${at + 1}`),
];
const NAMES = new Map(NAMED.map((name) => [name.toLowerCase(), name]));
const MODIFIERS = ['Mod', 'Alt', 'Shift'] as const;
const STROKE = /^((?:(?:mod|alt|shift)\+)*)(\S+)$/i;

const isLetter = (key: string) => /^[A-Z]$/.test(key);
const isCharacter = (key: string) => /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(key);

function spell(held: readonly string[], key: string): string {
  const says = isCharacter(key) && !isLetter(key) ? held.filter((name) => name !== 'Shift') : held;
  return [...MODIFIERS.filter((name) => says.includes(name)), key].join('+');
}

function readStroke(text: string): string | null {
  const [, held = '', typed = ''] = STROKE.exec(text) ?? [];
  const key = [...typed].length === 1 ? typed.toUpperCase() : NAMES.get(typed.toLowerCase());
  if (key === undefined || !(NAMES.has(key.toLowerCase()) || isCharacter(key))) return null;
  const names = held.toLowerCase().split('+');
  return spell(
    MODIFIERS.filter((name) => names.includes(name.toLowerCase())),
    key,
  );
}

/**
 * Keys in their one spelling (`shift+mod+k` is `Mod+Shift+K`); null for text that is no key, or more than two strokes.
 */
export function parseKeys(text: string): Keys | null {
  const strokes = text.trim().split(/\s+/).map(readStroke);
  if (strokes.length > MOST_STROKES || strokes.some((stroke) => stroke === null)) return null;
  return strokes.join(' ');
}

/** The strokes of keys, in turn. */
export function strokesOf(keys: Keys): string[] {
  return keys.split(' ');
}

/** A stroke taken apart: what is held, and the key. */
export function partsOf(stroke: string): { held: string[]; key: string } {
  const key = /(?:^|\+)(\+|[^+]+)$/.exec(stroke)?.[1] ?? stroke;
  return {
    held: stroke
      .slice(0, stroke.length - key.length)
      .split('+')
      .filter(Boolean),
    key,
  };
}

/** The key where the layout has no Latin letter on it, or Alt makes a sign of it: by its place. */
function keyOf({ key, code, altKey }: KeyPress): string | undefined {
  const place = /^(?:Key|Digit)(.)$/.exec(code)?.[1];
  if (place !== undefined && (altKey || /^[^\p{ASCII}]$/u.test(key))) return place;
  if (key === ' ') return 'Space';
  return [...key].length === 1 ? key.toUpperCase() : NAMES.get(key.toLowerCase());
}

/** Whether the sign is there only with AltGr, or Option on a Mac: `[` of a German keyboard. */
function isTypedByAlt({ key, altKey, ctrlKey, metaKey }: KeyPress, isMac: boolean): boolean {
  return altKey && (isMac ? !metaKey : ctrlKey) && /^[!-/:-@[-`{-~]$/.test(key);
}

/** A key press as a stroke; null for a press that is no key of ours, such as Shift alone or a command of the system. */
export function strokeOf(press: KeyPress, isMac: boolean): string | null {
  // Held beside Mod it is a command of the system; Ctrl on a Mac and the Windows key are its own.
  if (isMac ? press.ctrlKey : press.metaKey) return null;
  if (isTypedByAlt(press, isMac)) return press.key;
  const key = keyOf(press);
  if (key === undefined || !(NAMES.has(key.toLowerCase()) || isCharacter(key))) return null;
  const held = [
    ...(press.ctrlKey || press.metaKey ? ['Mod'] : []),
    ...(press.altKey ? ['Alt'] : []),
    ...(press.shiftKey ? ['Shift'] : []),
  ];
  return spell(held, key);
}

/** Whether keys are characters alone, so that speech input or a text field could type them (WCAG 2.1.4). */
export function areCharacters(keys: Keys): boolean {
  return strokesOf(keys).some((stroke) => {
    const { held, key } = partsOf(stroke);
    return isCharacter(key) && !held.includes('Mod') && !held.includes('Alt');
  });
}
