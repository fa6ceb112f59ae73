import { ruleOf } from './catalogue';
import type { Evidence, Finding } from './finding';
import type { Policy } from './policy';

/** A finding as a flat row, for CSV. */
export type FindingRow = {
  rule: string;
  version: number;
  severity: string;
  account: string;
  region: string;
  subjectKind: string;
  subject: string;
  enis: string;
  addresses: number;
  evidence: string;
  keep: string;
};

/** The columns of such rows, in order. */
export const FINDING_COLUMNS = [
  'rule',
  'version',
  'severity',
  'account',
  'region',
  'subjectKind',
  'subject',
  'enis',
  'addresses',
  'evidence',
  'keep',
] as const satisfies readonly (keyof FindingRow)[];

function evidenceText(evidence: Evidence): string {
  return Object.entries(evidence)
    .map(([key, value]) => `${key}=${value ?? 'unknown'}`)
    .join('; ');
}

/** Findings as rows in their order. A value that the API does not give is `unknown` in the evidence. */
export function findingRows(findings: readonly Finding[]): FindingRow[] {
  return findings.map(({ rule, severity, subject, enis, addresses, evidence, keep }) => ({
    rule,
    version: ruleOf(rule).version,
    severity,
    account: subject.account,
    region: subject.region,
    subjectKind: subject.kind,
    subject: subject.id,
    enis: enis.join(' '),
    addresses,
    evidence: evidenceText(evidence),
    keep: keep ?? '',
  }));
}

/** The source of findings: what was read, when, whether all of it, and the policy that they were found by. */
export type Provenance = {
  scope: { accounts: readonly string[]; regions: readonly string[] };
  asOf: string | null;
  complete: boolean;
  policy: Policy;
};

/** Findings as one JSON text, with where they come from and the rules that found them. */
export function findingsJson(
  findings: readonly Finding[],
  { scope, asOf, complete, policy }: Provenance,
): string {
  const ids = [...new Set(findings.map(({ rule }) => rule))];
  const rules = ids.map((id) => {
    const { version, fields } = ruleOf(id);
    return { id, version, fields };
  });
  return JSON.stringify({ scope, asOf, complete, thresholds: policy.thresholds, rules, findings }, null, 2);
}
