import {
  COMMAND_IDS,
  type CommandId,
  commandBy,
  FIXED_IDS,
  type FixedId,
  fixedBy,
  placesMeet,
} from './commands';
import { areCharacters, type Keys, partsOf, strokesOf } from './spelling';

/** The keys of every command; null for none. */
export type KeysOf = Readonly<Record<CommandId, Keys | null>>;

/** Whether one cannot be told from the other: they are the same, or one begins the other. */
export function keysClash(a: Keys, b: Keys): boolean {
  return a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `);
}

/** The other commands that keys would be taken from, were they this command's, in the order of the list. */
export function clashesOf(id: CommandId, keys: Keys, now: KeysOf): CommandId[] {
  return COMMAND_IDS.filter((other) => {
    const its = now[other];
    if (other === id || its === null || !keysClash(keys, its)) return false;
    return placesMeet(commandBy(id).place, commandBy(other).place);
  });
}

/** Keys that do not change and mean something else where this command works. */
export function fixedClashesOf(id: CommandId, keys: Keys): FixedId[] {
  return FIXED_IDS.filter((fixed) => {
    const { place, keys: its, over } = fixedBy(fixed);
    return over !== id && placesMeet(commandBy(id).place, place) && its.some((each) => keysClash(keys, each));
  });
}

/** Why keys can be no command's. */
export type KeysProblem = 'reserved' | 'moves' | 'typed';

/** With Mod: the keys that browsers reserve, and those that everybody edits text with. */
const KEPT = new Set([...'TNWQRLPFSDHJ0123456789', ...'ACVXYZ', '+', '-', '=']);
const KEPT_NAMES = new Set(['F1', 'F3', 'F5', 'F6', 'F7', 'F10', 'F11', 'F12']);

/**
 * The fault of keys for a command; null if there is none.
 * - `reserved`: the browser or the system acts on them.
 * - `moves`: every list and field needs them (Enter, arrows, Tab).
 * - `typed`: they are characters, and the command has to work while someone types.
 */
export function problemOfKeys(id: CommandId, keys: Keys): KeysProblem | null {
  for (const stroke of strokesOf(keys)) {
    const { held, key } = partsOf(stroke);
    if (KEPT_NAMES.has(key) || (held.includes('Mod') && KEPT.has(key))) return 'reserved';
    if ([...key].length > 1 && !/^F\d+$/.test(key)) return 'moves';
  }
  return commandBy(id).inFields && areCharacters(keys) ? 'typed' : null;
}
