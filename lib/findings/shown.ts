import type { Eni } from '@/lib/eni/eni';
import type { Finding, Subject } from './finding';
import { frees } from './freed';

/** The parts of an ENI that a subject can name. */
const SUBJECT_OF: Partial<Record<Subject['kind'], (eni: Eni) => readonly (string | null)[]>> = {
  eni: (eni) => [eni.id],
  vswitch: (eni) => [eni.vSwitchId],
  vpc: (eni) => [eni.vpcId],
  sg: (eni) => eni.securityGroupIds,
  instance: (eni) => [eni.instanceId],
};

/**
 * The findings that concern an ENI which the filters keep, by itself or by its vSwitch, VPC, instance or security
 * group. The rules still look at every ENI: a filter must not turn a full vSwitch into an empty one.
 * @param keep null where nothing is filtered
 */
export function shownFindings(
  findings: readonly Finding[],
  enis: readonly Eni[],
  keep: ((eni: Eni) => boolean) | null,
): readonly Finding[] {
  if (keep === null) return findings;
  const kept = enis.filter(keep);
  const ids = new Set(kept.map((eni) => eni.id));
  const subjects = new Map(
    Object.entries(SUBJECT_OF).map(([kind, read]) => [kind, new Set(kept.flatMap((eni) => read(eni)))]),
  );
  return findings.filter(
    ({ enis: concerned, subject }) =>
      concerned.some((id) => ids.has(id)) ||
      (concerned.length === 0 && subjects.get(subject.kind)?.has(subject.id)),
  );
}

/** Narrows findings to those of high severity, or to those that free addresses when fixed; null for all. */
export function cutTo(findings: readonly Finding[], cut: 'high' | 'frees' | null): readonly Finding[] {
  if (cut === null) return findings;
  return findings.filter((finding) => (cut === 'high' ? finding.severity === 'high' : frees(finding)));
}
