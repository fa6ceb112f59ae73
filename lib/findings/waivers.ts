import { type Finding, subjectText } from './finding';
import type { Waiver } from './policy';

const DAY = 86_400_000;

export type Waived = {
  open: Finding[];
  waived: { finding: Finding; waiver: Waiver }[];
  /** Waivers whose last day is over, whether or not they still match a finding. */
  expired: Waiver[];
  /** Waivers in force that nothing found is about. */
  unmatched: Waiver[];
};

/** Whether the last day of a waiver is over; it ends with that day in UTC. */
function isExpired({ expires }: Waiver, now: number): boolean {
  return expires !== null && now >= Date.parse(`${expires}T00:00:00Z`) + DAY;
}

/** Parts findings by the waivers in force at `now`, in ms. */
export function applyWaivers(findings: readonly Finding[], waivers: readonly Waiver[], now: number): Waived {
  const keyOf = (rule: string, subject: string) => `${rule} ${subject}`;
  const inForce = new Map<string, Waiver>();
  const expired: Waiver[] = [];
  for (const waiver of waivers) {
    if (isExpired(waiver, now)) expired.push(waiver);
    else inForce.set(keyOf(waiver.rule, waiver.subject), waiver);
  }
  const open: Finding[] = [];
  const waived: Waived['waived'] = [];
  const matched = new Set<string>();
  for (const finding of findings) {
    const key = keyOf(finding.rule, subjectText(finding.subject));
    const waiver = inForce.get(key);
    if (!waiver) {
      open.push(finding);
      continue;
    }
    matched.add(key);
    waived.push({ finding, waiver });
  }
  const unmatched = waivers.filter(
    (waiver) => !isExpired(waiver, now) && !matched.has(keyOf(waiver.rule, waiver.subject)),
  );
  return { open, waived, expired, unmatched };
}
