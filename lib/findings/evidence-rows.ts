import type { Eni } from '@/lib/eni/eni';
import { type OwnerKind, ownerOf } from '@/lib/eni/owner';
import type { VSwitch } from '@/lib/eni/vswitch';
import { type Finding, SEVERITIES } from './finding';

/** A finding as a row of a table: with the name of its subject, and its holder if the subject is one ENI. */
export type EvidenceRow = { finding: Finding; name: string | null; owner: OwnerKind | null };

/** Findings as rows, in their order. */
export function evidenceRows(
  findings: readonly Finding[],
  enis: readonly Eni[],
  vSwitches: readonly VSwitch[],
): EvidenceRow[] {
  const wanted = new Set(findings.map(({ subject }) => subject.id));
  const eniById = new Map(enis.filter(({ id }) => wanted.has(id)).map((eni) => [eni.id, eni]));
  const vSwitchById = new Map(vSwitches.map((vSwitch) => [vSwitch.id, vSwitch]));
  const vpcNames = new Map(vSwitches.map(({ vpcId, vpcName }) => [vpcId, vpcName]));
  return findings.map((finding) => {
    const { kind, id } = finding.subject;
    const eni = kind === 'eni' ? eniById.get(id) : undefined;
    const name = eni?.name ?? vSwitchById.get(id)?.name ?? vpcNames.get(id) ?? null;
    return { finding, name, owner: eni ? ownerOf(eni).kind : null };
  });
}

/** The columns of that table, each with what it sorts by; null sorts last either way. */
const PLACES = {
  subject: ({ finding, name }: EvidenceRow) => name ?? finding.subject.id,
  severity: ({ finding }: EvidenceRow) => SEVERITIES.indexOf(finding.severity),
  evidence: ({ finding }: EvidenceRow) =>
    Object.values(finding.evidence).find((value) => typeof value === 'number') ?? null,
  addresses: ({ finding }: EvidenceRow) => finding.addresses,
  owner: ({ owner }: EvidenceRow) => owner,
};

export type EvidenceColumn = keyof typeof PLACES;

export const EVIDENCE_COLUMNS = Object.keys(PLACES) as EvidenceColumn[];

const collator = new Intl.Collator('en', { numeric: true });

/** Rows sorted by a column; equal ones by their key. */
export function sortEvidence(
  rows: readonly EvidenceRow[],
  sort: { column: string; descending: boolean } | null,
): readonly EvidenceRow[] {
  const place = sort && PLACES[sort.column as EvidenceColumn];
  if (!sort || !place) return rows;
  const way = sort.descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [x, y] = [place(a), place(b)];
    const byKey = a.finding.key < b.finding.key ? -1 : 1;
    if (x === null || y === null) return x === y ? byKey : x === null ? 1 : -1;
    const order =
      typeof x === 'number' && typeof y === 'number' ? x - y : collator.compare(String(x), String(y));
    return way * order || byKey;
  });
}
