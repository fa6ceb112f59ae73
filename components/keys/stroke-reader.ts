import type { KeysOf } from '@/lib/keys/clashes';
import { type CommandId, commandBy } from '@/lib/keys/commands';
import { areCharacters } from '@/lib/keys/spelling';

/** The second stroke of a pair must follow within this many ms. */
const PATIENCE = 1500;

export type Circumstances = {
  keys: KeysOf;
  /** Commands that have an action here. */
  offered: readonly CommandId[];
  hasSingleKeys: boolean;
  /** The press is in a field, or in something open above the page. */
  isElsewhere: boolean;
  now: number;
};

/** The meaning of a stroke: a command, the beginning of one, or nothing of ours. */
export type StrokeMeaning = CommandId | 'begins' | null;

/** Reads strokes one after another, to recognize pairs such as `G U`. */
export function strokeReader() {
  let begun: { stroke: string; at: number } | null = null;
  const heard = (id: CommandId, keys: string, { hasSingleKeys, isElsewhere }: Circumstances) => {
    if (!areCharacters(keys)) return !isElsewhere || commandBy(id).inFields === true;
    return hasSingleKeys && !isElsewhere;
  };
  return {
    /** Whether the first stroke of a pair was just pressed, so that the next one is not a key of its own. */
    isWithin: (now: number) => begun !== null && now - begun.at <= PATIENCE,
    read: (stroke: string, given: Circumstances): StrokeMeaning => {
      const first = begun !== null && given.now - begun.at <= PATIENCE ? begun.stroke : null;
      begun = null;
      const open = given.offered.flatMap((id) => {
        const keys = given.keys[id];
        return keys !== null && heard(id, keys, given) ? [{ id, keys }] : [];
      });
      const paired = first === null ? undefined : open.find(({ keys }) => keys === `${first} ${stroke}`);
      const meant = paired ?? open.find(({ keys }) => keys === stroke);
      if (meant) return meant.id;
      if (!open.some(({ keys }) => keys.startsWith(`${stroke} `))) return null;
      begun = { stroke, at: given.now };
      return 'begins';
    },
  };
}
