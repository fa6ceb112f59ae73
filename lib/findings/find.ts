import { runSteps } from '@/lib/steps/run-steps';
import { RULES } from './catalogue';
import { type Finding, type FindingsInput, SEVERITIES, type Severity } from './finding';
import { compareSubjects } from './findings-index';
import { RULE_IDS, type RuleId } from './rule-ids';

/** Why a rule says nothing here, which is not the same as nothing found. */
export type CannotRun = { rule: RuleId; because: 'vSwitches_unknown' };

/** What all rules found: by severity, then by rule, then by the addresses held, the most first. */
export type Found = {
  findings: readonly Finding[];
  counts: Readonly<Record<RuleId, number>>;
  cannotRun: readonly CannotRun[];
};

/** By addresses, the most first, then by subject. Most rules find subjects in order, so that sort is nearly free. */
function sortFindings(findings: Finding[]): Finding[] {
  const bySubject = (a: Finding, b: Finding) =>
    compareSubjects(a.subject, b.subject) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
  return findings.sort(bySubject).sort((a, b) => b.addresses - a.addresses);
}

/**
 * Runs every rule that can run, one a step, so that a page can be drawn in between.
 * @yields how many rules are done
 */
export function* findSteps(input: FindingsInput): Generator<number, Found, void> {
  const counts = Object.fromEntries(RULE_IDS.map((id) => [id, 0])) as Record<RuleId, number>;
  const cannotRun: CannotRun[] = [];
  const bySeverity = Object.fromEntries(SEVERITIES.map((severity) => [severity, []])) as unknown as Record<
    Severity,
    Finding[][]
  >;
  for (const [done, rule] of RULES.entries()) {
    yield done;
    if (rule.needs === 'vSwitches' && input.vSwitches === null) {
      cannotRun.push({ rule: rule.id, because: 'vSwitches_unknown' });
      continue;
    }
    const found = rule.find(input);
    counts[rule.id] = found.length;
    const parts = new Map<Severity, Finding[]>();
    for (const finding of found) {
      const part = parts.get(finding.severity);
      if (part) part.push(finding);
      else parts.set(finding.severity, [finding]);
    }
    for (const [severity, part] of parts) bySeverity[severity].push(sortFindings(part));
  }
  return { findings: SEVERITIES.flatMap((severity) => bySeverity[severity].flat()), counts, cannotRun };
}

/** Runs every rule that can run. */
export function findAll(input: FindingsInput): Found {
  return runSteps(findSteps(input));
}

/** Findings of one rule. An ENI that several of them concern counts with each of them in `addresses`. */
export type RuleGroup = {
  rule: RuleId;
  /** The severity of its worst finding. */
  severity: Severity;
  findings: readonly Finding[];
  addresses: number;
};

/** Findings by rule, in the order of the worst finding of each. */
export function groupByRule(findings: readonly Finding[]): RuleGroup[] {
  const groups = new Map<RuleId, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.rule);
    if (group) group.push(finding);
    else groups.set(finding.rule, [finding]);
  }
  return [...groups].map(([rule, group]) => ({
    rule,
    severity: SEVERITIES.find((severity) => group.some((finding) => finding.severity === severity)) ?? 'data',
    findings: group,
    addresses: group.reduce((sum, { addresses }) => sum + addresses, 0),
  }));
}
