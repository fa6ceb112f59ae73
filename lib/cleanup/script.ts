import type { Eni } from '@/lib/eni/eni';
import { REGION_ID } from '@/lib/eni/region';
import { ENI_ID } from './basket';
import { commentText } from './comment-text';
import { factsOf, isComparable } from './facts';
import type { Step } from './script-parts';
import { posixScript } from './script-posix';
import { powershellScript } from './script-powershell';

/** The shells that a script is written for. */
export const SHELLS = ['sh', 'powershell'] as const;

export type Shell = (typeof SHELLS)[number];

/** A profile that can be written into either shell without a thought about its quotes. */
const PLAIN_PROFILE = /^[\p{L}\p{N}_.@+][\p{L}\p{N}_.@+-]*$/u;

/** The profile that the script names; null where there is none, or none that can be written plainly. */
export function profileFlag(profile: string | null): string | null {
  return profile !== null && PLAIN_PROFILE.test(profile) ? profile : null;
}

type ScriptInput = {
  shell: Shell;
  /** Lines of the head, in the reader's language. */
  head: readonly string[];
  profile: string | null;
  region: string;
  enis: readonly Eni[];
  /** What a script says about an ENI beside its step. */
  say: (eni: Eni) => string;
};

/**
 * The script that releases ENIs of one account and region: it reads each one again, compares what it finds with what
 * was seen, and skips an ENI that differs, printing both. Its code consists of our own words and checked ids alone;
 * text that others wrote is in comments.
 * @throws RangeError for an id, a fact or a region that is not of its form; `judge` lets none through
 */
export function scriptOf({ shell, head, profile, region, enis, say }: ScriptInput): string {
  if (!REGION_ID.test(region)) throw new RangeError(`not a region: ${JSON.stringify(region)}`);
  const steps = enis.map((eni): Step => {
    if (!ENI_ID.test(eni.id)) throw new RangeError(`not the id of an ENI: ${JSON.stringify(eni.id)}`);
    if (!isComparable(eni) || eni.instanceId !== null || eni.attachment?.instanceId)
      throw new RangeError(`cannot be compared: ${eni.id}`);
    return { id: eni.id, facts: factsOf(eni), comment: commentText(say(eni)) };
  });
  const parts = { head: head.map(commentText), profile: profileFlag(profile), region, steps };
  return shell === 'sh' ? posixScript(parts) : powershellScript(parts);
}
