import type { Eni } from '@/lib/eni/eni';
import { privateAddressCount } from '@/lib/eni/eni-address';
import { ownerKindOf } from '@/lib/eni/owner';

/** The fields that ENIs and addresses are counted by; each is a filter of the table too. */
export const OVERVIEW_FIELDS = ['owner', 'status', 'zone'] as const;

export type OverviewField = (typeof OVERVIEW_FIELDS)[number];

/** ENIs that share a value, null where they say nothing; `addresses` as the table's groups count them. */
export type FieldRow = { value: string | null; enis: number; addresses: number; inPart: boolean };

export type ByField = {
  enis: number;
  addresses: number;
  rows: Readonly<Record<OverviewField, readonly FieldRow[]>>;
};

const READ: Record<OverviewField, (eni: Eni) => string | null> = {
  owner: ownerKindOf,
  status: (eni) => eni.status,
  zone: (eni) => eni.zoneId,
};

/** ENIs counted in one step. */
const STEP = 2048;

function sortRows(rows: Iterable<FieldRow>): FieldRow[] {
  return [...rows].sort(
    (a, b) => b.enis - a.enis || ((a.value ?? '\uffff') < (b.value ?? '\uffff') ? -1 : 1),
  );
}

/**
 * ENIs and their private addresses by owner, status and zone, the most first. A zone of a place under way is `inPart`.
 * @param isUnderWay of an ENI's place: more of it is to come
 * @yields after each {@link STEP} ENIs
 */
export function* byFieldSteps(
  enis: readonly Eni[],
  isUnderWay: (eni: Eni) => boolean,
): Generator<undefined, ByField, void> {
  const counts = Object.fromEntries(
    OVERVIEW_FIELDS.map((field) => [field, new Map<string | null, FieldRow>()]),
  ) as Record<OverviewField, Map<string | null, FieldRow>>;
  const all = { enis: 0, addresses: 0 };
  for (const eni of enis) {
    const addresses = privateAddressCount(eni);
    const isPart = isUnderWay(eni);
    all.enis += 1;
    all.addresses += addresses;
    for (const field of OVERVIEW_FIELDS) {
      const value = READ[field](eni);
      const row = counts[field].get(value) ?? { value, enis: 0, addresses: 0, inPart: false };
      counts[field].set(value, row);
      row.enis += 1;
      row.addresses += addresses;
      if (field === 'zone' && isPart) row.inPart = true;
    }
    if (all.enis % STEP === 0) yield;
  }
  const rows = Object.fromEntries(
    OVERVIEW_FIELDS.map((field) => [field, sortRows(counts[field].values())]),
  ) as Record<OverviewField, FieldRow[]>;
  return { ...all, rows };
}
