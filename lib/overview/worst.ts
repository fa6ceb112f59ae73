import type { RuleGroup } from '@/lib/findings/find';
import type { Finding, Severity, Subject } from '@/lib/findings/finding';
import type { EniFacts } from '@/lib/findings/findings-index';
import { type Freed, type FreedByRule, freedBy } from '@/lib/findings/freed';
import type { RuleId } from '@/lib/findings/rule-ids';

/** A rule as a row of the overview. */
export type WorstRule = {
  key: RuleId;
  severity: Severity;
  count: number;
  /** What fixing it frees; null where that frees nothing. */
  freed: FreedByRule | null;
  /** The subjects of the findings: one thing by its id, or how many of a kind. */
  about: { kind: Subject['kind']; count: number; id: string | null };
};

export type FindingFigures = { all: number; high: number; freed: Freed };

/** The totals of the findings. */
export function findingFigures(open: readonly Finding[], enis: readonly EniFacts[]): FindingFigures {
  return {
    all: open.length,
    high: open.filter(({ severity }) => severity === 'high').length,
    freed: freedBy(open, enis),
  };
}

/** The rules that found something, the worst first, with what mending each frees. */
export function worstRules(groups: readonly RuleGroup[], { byRule }: Freed): WorstRule[] {
  return groups.map(({ rule, severity, findings }) => {
    const subjects = new Set(findings.map(({ subject }) => `${subject.region}/${subject.id}`));
    const [first] = findings;
    return {
      key: rule,
      severity,
      count: findings.length,
      freed: byRule.get(rule) ?? null,
      about: {
        kind: first?.subject.kind ?? 'eni',
        count: subjects.size,
        id: subjects.size === 1 && first ? first.subject.id : null,
      },
    };
  });
}
