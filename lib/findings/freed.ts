import { BLOCK_SIZE } from '@/lib/usage/claims';
import { type Finding, subjectText } from './finding';
import type { EniFacts } from './findings-index';
import type { RuleId } from './rule-ids';

/** The addresses that fixing a rule's finding about an ENI returns: all that the ENI holds, or its prefixes alone. */
const HANDS_BACK: Partial<Record<RuleId, 'eni' | 'prefixes'>> = {
  'idle-eni': 'eni',
  'idle-eni-hoard': 'eni',
  'idle-eni-with-eip': 'eni',
  'prefix-on-idle-eni': 'prefixes',
};

/** The rules whose findings free addresses when fixed. */
export const FREEING_RULES = Object.keys(HANDS_BACK) as RuleId[];

/**
 * What fixing the findings of one rule frees beyond what an earlier rule already counted. `counted`: IPv4 addresses
 * that were already counted. `kept`: addresses of ENIs that are another's to delete, which are not freed.
 */
export type FreedByRule = { addresses: number; eips: number; counted: number; kept: number };

export type Freed = { addresses: number; eips: number; byRule: ReadonlyMap<RuleId, FreedByRule> };

/** Whether the reader gets addresses back by fixing this finding. */
export function frees({ rule, keep }: Pick<Finding, 'rule' | 'keep'>): boolean {
  return HANDS_BACK[rule] !== undefined && keep === null;
}

/**
 * How many IPv4 addresses, prefixes as 16 each, and EIPs come free by mending findings. An ENI that several rules name is
 * counted once, with the first of them.
 * @param findings in the order of the list
 * @param enis all that they may be about
 */
export function freedBy(findings: readonly Finding[], enis: readonly EniFacts[]): Freed {
  const wanted = findings.filter(({ rule }) => HANDS_BACK[rule] !== undefined);
  const texts = new Set(wanted.map(({ subject }) => subjectText(subject)));
  const byText = new Map(enis.filter(({ text }) => texts.has(text)).map((facts) => [facts.text, facts]));
  const taken = new Map<string, { addresses: number; eips: number }>();
  const byRule = new Map<RuleId, FreedByRule>();
  for (const { rule, subject, keep } of wanted) {
    const text = subjectText(subject);
    const facts = byText.get(text);
    if (facts === undefined) continue;
    const isWhole = HANDS_BACK[rule] === 'eni';
    const addresses = isWhole ? facts.addresses : BLOCK_SIZE * facts.eni.ipv4Prefixes.length;
    const eips = isWhole ? facts.eips.length : 0;
    const sum = byRule.get(rule) ?? { addresses: 0, eips: 0, counted: 0, kept: 0 };
    byRule.set(rule, sum);
    if (keep !== null) {
      sum.kept += addresses;
      continue;
    }
    const before = taken.get(text) ?? { addresses: 0, eips: 0 };
    const more = Math.max(0, addresses - before.addresses);
    const moreEips = Math.max(0, eips - before.eips);
    sum.addresses += more;
    sum.eips += moreEips;
    sum.counted += addresses - more;
    taken.set(text, { addresses: before.addresses + more, eips: before.eips + moreEips });
  }
  const rules = [...byRule.values()];
  return {
    addresses: rules.reduce((sum, each) => sum + each.addresses, 0),
    eips: rules.reduce((sum, each) => sum + each.eips, 0),
    byRule,
  };
}
