import { type Finding, SEVERITIES, type Severity } from './finding';
import type { RuleId } from './rule-ids';

/** The worst finding about each vSwitch itself, by `region/id`. */
export function worstByVSwitch(findings: readonly Finding[]): ReadonlyMap<string, Severity> {
  const worst = new Map<string, Severity>();
  for (const { subject, severity } of findings) {
    if (subject.kind !== 'vswitch') continue;
    const key = `${subject.region}/${subject.id}`;
    const known = worst.get(key);
    if (known === undefined || SEVERITIES.indexOf(severity) < SEVERITIES.indexOf(known))
      worst.set(key, severity);
  }
  return worst;
}

/** The rules that found something high or medium about each ENI itself, by its id, in the order of the findings. */
export function rulesByEni(findings: readonly Finding[]): ReadonlyMap<string, readonly RuleId[]> {
  const rules = new Map<string, RuleId[]>();
  for (const { subject, severity, rule } of findings) {
    if (subject.kind !== 'eni' || (severity !== 'high' && severity !== 'medium')) continue;
    const known = rules.get(subject.id);
    if (known) known.push(rule);
    else rules.set(subject.id, [rule]);
  }
  return rules;
}
