import {
  type Evidence,
  type Finding,
  type FindingsInput,
  type Rule,
  type RuleDefinition,
  type Severity,
  type Subject,
  subjectText,
} from './finding';
import { type EniFacts, indexOf } from './findings-index';

/** What a check of one ENI found; the severity is the rule's usual one unless it says another. */
export type Hit = { evidence: Evidence; severity?: Severity };

function make(
  rule: RuleDefinition,
  about: Pick<Finding, 'subject' | 'enis' | 'addresses' | 'keep'> & { text: string },
  hit: Hit,
  part: string | undefined,
): Finding {
  const { subject, enis, addresses, keep, text } = about;
  return {
    rule: rule.id,
    severity: hit.severity ?? rule.severity,
    key: part === undefined ? `${rule.id} ${text}` : `${rule.id} ${text} ${part}`,
    subject,
    enis,
    evidence: hit.evidence,
    addresses,
    keep,
  };
}

/** A finding on one ENI. `part` tells several findings of one rule on one subject apart. */
export function eniFinding(rule: RuleDefinition, facts: EniFacts, hit: Hit, part?: string): Finding {
  return make(rule, facts, hit, part);
}

/**
 * Whether deleting is never suggested because some of the ENIs are another's. In a whole network nothing is deleted.
 */
function keepOfAll(subject: Subject, concerned: readonly EniFacts[]): Finding['keep'] {
  if (subject.kind === 'vswitch' || subject.kind === 'vpc' || subject.kind === 'sg') return null;
  const kept = new Set(concerned.map(({ keep }) => keep));
  if (kept.has('terway')) return 'terway';
  return kept.has('service') ? 'service' : ([...kept].find((keep) => keep !== null) ?? null);
}

/** A finding on what several ENIs have in common. */
export function groupFinding(
  rule: RuleDefinition,
  subject: Subject,
  concerned: readonly EniFacts[],
  hit: Hit,
  part?: string,
): Finding {
  const about = {
    subject,
    text: subjectText(subject),
    enis: concerned.map(({ eni }) => eni.id),
    addresses: concerned.reduce((sum, { addresses }) => sum + addresses, 0),
    keep: keepOfAll(subject, concerned),
  };
  return make(rule, about, hit, part);
}

/** A rule that looks at one ENI at a time. `checkOf` prepares a check for an input. */
export function eniRule(
  rule: RuleDefinition,
  checkOf: (input: FindingsInput) => (facts: EniFacts) => Hit | null,
): Rule {
  const find = (input: FindingsInput) => {
    const check = checkOf(input);
    const found: Finding[] = [];
    for (const facts of indexOf(input).enis) {
      const hit = check(facts);
      if (hit) found.push(eniFinding(rule, facts, hit));
    }
    return found;
  };
  return { ...rule, needs: 'enis', find };
}

/** A subject of a group: the account is that of its first ENI, as what is shared has more than one. */
export function subjectOf(kind: Subject['kind'], id: string, concerned: readonly EniFacts[]): Subject {
  const [first] = concerned;
  return { kind, account: first?.eni.account ?? '', region: first?.eni.region ?? '', id };
}
