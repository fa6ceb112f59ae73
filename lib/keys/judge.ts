import { clashesOf, fixedClashesOf, type KeysProblem, problemOfKeys } from './clashes';
import type { CommandId, FixedId } from './commands';
import { keysInEffect, type OwnKeys, swapPartner } from './own-keys';
import type { Keys } from './spelling';

/** The verdict on keys that someone pressed for a command. */
export type Verdict =
  | { is: 'free' }
  | { is: 'problem'; problem: KeysProblem }
  | { is: 'fixed'; fixed: FixedId[] }
  /** Others have them; `partner` is the one that could have the present keys instead. */
  | { is: 'taken'; by: CommandId[]; partner: CommandId | null };

/** Judges keys for a command, the gravest first. */
export function judgeKeys(own: OwnKeys, id: CommandId, keys: Keys): Verdict {
  const problem = problemOfKeys(id, keys);
  if (problem !== null) return { is: 'problem', problem };
  const fixed = fixedClashesOf(id, keys);
  if (fixed.length > 0) return { is: 'fixed', fixed };
  const now = keysInEffect(own);
  const by = clashesOf(id, keys, now);
  return by.length === 0 ? { is: 'free' } : { is: 'taken', by, partner: swapPartner(id, keys, now) };
}
