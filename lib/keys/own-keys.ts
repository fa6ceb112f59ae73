import * as z from 'zod/mini';
import { clashesOf, type KeysOf, keysClash } from './clashes';
import { COMMAND_IDS, type CommandId, commandBy, isCommandId, placesMeet } from './commands';
import { type Keys, parseKeys } from './spelling';

/**
 * A person's changes. `keys`: of commands that we know, null for "no key". `rest`: entries of commands that we do not
 * know, or with keys that we cannot read, as they were: another version wrote them.
 */
export type OwnKeys = {
  readonly keys: Readonly<Partial<Record<CommandId, Keys | null>>>;
  readonly rest: Readonly<Record<string, unknown>>;
};

export const NO_OWN_KEYS: OwnKeys = { keys: {}, rest: {} };

const VERSION = 1;

/** Any version: each has its entries in `keys`. */
const storedSchema = z.looseObject({ keys: z.record(z.string(), z.unknown()) });

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Reads stored JSON leniently: anything but our JSON counts as no change. */
export function readOwnKeys(text: string | null): OwnKeys {
  const stored = storedSchema.safeParse(text === null ? null : parseJson(text));
  if (!stored.success) return NO_OWN_KEYS;
  const keys: Partial<Record<CommandId, Keys | null>> = {};
  const rest: Record<string, unknown> = {};
  for (const [id, value] of Object.entries(stored.data.keys)) {
    const parsed = typeof value === 'string' ? parseKeys(value) : null;
    if (isCommandId(id) && (value === null || parsed !== null)) keys[id] = parsed;
    else rest[id] = value;
  }
  return { keys, rest };
}

/** The text to keep; null when nothing is changed. */
export function writeOwnKeys({ keys, rest }: OwnKeys): string | null {
  const all = { ...rest, ...keys };
  return Object.keys(all).length === 0 ? null : JSON.stringify({ version: VERSION, keys: all });
}

/**
 * The keys in effect. They never clash: where a person gave a command the default of another (in a version that did
 * not have the other yet, say), the person's stands and the other has none.
 */
export function keysInEffect(own: OwnKeys): KeysOf {
  const now = Object.fromEntries(COMMAND_IDS.map((id) => [id, null])) as Record<CommandId, Keys | null>;
  const isOwn = (id: CommandId) => own.keys[id] !== undefined;
  const inTurn = [...COMMAND_IDS.filter(isOwn), ...COMMAND_IDS.filter((id) => !isOwn(id))];
  for (const id of inTurn) {
    const keys = isOwn(id) ? (own.keys[id] ?? null) : commandBy(id).keys;
    if (keys !== null && clashesOf(id, keys, now).length === 0) now[id] = keys;
  }
  return now;
}

/** The changes that are in effect, so that a change out of effect does not come back with the next one. */
function settled(own: OwnKeys, now: KeysOf): OwnKeys {
  const keys = COMMAND_IDS.filter((id) => own.keys[id] !== undefined).map((id) => [id, now[id]]);
  return { ...own, keys: Object.fromEntries(keys) };
}

/** From now on these keys belong to the command, and to no other. */
export function takeKeys(before: OwnKeys, id: CommandId, keys: Keys | null): OwnKeys {
  const now = keysInEffect(before);
  const own = settled(before, now);
  const losers = keys === null ? [] : clashesOf(id, keys, now);
  const lost = Object.fromEntries(losers.map((loser) => [loser, null]));
  return { ...own, keys: { ...own.keys, ...lost, [id]: keys } };
}

/** The one command that could have the other's keys in exchange for its own; null where that would clash again. */
export function swapPartner(id: CommandId, keys: Keys, now: KeysOf): CommandId | null {
  const [partner, ...more] = clashesOf(id, keys, now);
  const mine = now[id];
  if (partner === undefined || more.length > 0 || mine === null || now[partner] !== keys) return null;
  const clashes = clashesOf(partner, mine, { ...now, [id]: keys });
  const meets = placesMeet(commandBy(id).place, commandBy(partner).place) && keysClash(mine, keys);
  return clashes.length > 0 || meets ? null : partner;
}

/** Two commands exchange their keys. */
export function swapKeys(own: OwnKeys, id: CommandId, partner: CommandId): OwnKeys {
  const now = keysInEffect(own);
  return { ...own, keys: { ...settled(own, now).keys, [id]: now[partner], [partner]: now[id] } };
}

/** The command has its default keys again; a command that took them loses them. */
export function resetKeys(own: OwnKeys, id: CommandId): OwnKeys {
  const taken = takeKeys(own, id, commandBy(id).keys);
  const { [id]: _, ...keys } = taken.keys;
  return { ...taken, keys };
}

/** All commands have their defaults again; what other versions wrote stays. */
export function resetAllKeys(own: OwnKeys): OwnKeys {
  return { ...own, keys: {} };
}

/** The commands whose keys are not the default ones. */
export function changedCommands(now: KeysOf): CommandId[] {
  return COMMAND_IDS.filter((id) => now[id] !== commandBy(id).keys);
}
