import { type Eni, eniKey } from '@/lib/eni/eni';
import { type OwnerKind, ownerKindOf } from '@/lib/eni/owner';
import { naturalOrderSteps } from '@/lib/search/table/natural-order';
import { runSteps } from '@/lib/steps/run-steps';
import { sortSteps } from '@/lib/steps/sort-steps';
import type { PairBy } from './compare-by';
import { COMPARE_FIELD_IDS, type CompareField, fieldOf, isSame } from './fields';
import { type Side, tellsAbsence } from './side';

/**
 * What can be said about an ENI. The first three are differences.
 * - `unseenThere`, `unseenHere`: on one side, and the other has not been read far enough to tell.
 * - `open`: on both, and the pairs cannot be told before both have been read.
 * - `several`: a side has several of this name, so none of them is paired.
 */
export const PAIR_KINDS = [
  'different',
  'onlyHere',
  'onlyThere',
  'unseenThere',
  'unseenHere',
  'open',
  'several',
  'same',
] as const;

export type PairKind = (typeof PAIR_KINDS)[number];

const ONE_SIDED = ['onlyHere', 'onlyThere'] as const satisfies readonly PairKind[];

/** ENIs of both sides that are one thing, or of one side alone; several on a side where a name cannot be paired. */
export type EniRow = {
  kind: PairKind;
  /** What they have in common: the name, or the region and id. */
  key: string;
  here: readonly Eni[];
  there: readonly Eni[];
  /** What differs. */
  fields: readonly CompareField[];
};

export type Paired = {
  rows: Readonly<Record<PairKind, readonly EniRow[]>>;
  /** How many pairs differ in each field, the most frequent first; one pair may count in several. */
  fieldCounts: readonly (readonly [CompareField, number])[];
  /** The owner of most ENIs of a kind that is on one side alone; absent where no ENI is of that kind. */
  topOwners: Readonly<Partial<Record<PairKind, { kind: OwnerKind; count: number }>>>;
  /** By name: ENIs that have no name, and are in no row. */
  unnamed: { here: number; there: number };
};

/** Rows looked at in one step. */
const STEP = 500;

type Keyed = Map<string, { here: Eni[]; there: Eni[] }>;

/** An id names one ENI in its region, whichever account lists it. */
const idIn = ({ region, id }: Eni) => `${region}/${id}`;

/** Ids that a side lists more than once, as accounts that share an ENI do. */
function* repeatedIds(sides: readonly Side[]): Generator<void, ReadonlySet<string>, void> {
  const repeated = new Set<string>();
  for (const { enis } of sides) {
    const seen = new Set<string>();
    for (const [at, eni] of enis.entries()) {
      if (at % STEP === 0) yield;
      const id = idIn(eni);
      if (seen.has(id)) repeated.add(id);
      seen.add(id);
    }
  }
  return repeated;
}

function* keyed(
  sides: { here: Side; there: Side },
  keyOf: (eni: Eni) => string | null,
): Generator<void, { groups: Keyed; unnamed: Paired['unnamed'] }, void> {
  const groups: Keyed = new Map();
  const unnamed = { here: 0, there: 0 };
  for (const name of ['here', 'there'] as const)
    for (const [at, eni] of sides[name].enis.entries()) {
      if (at % STEP === 0) yield;
      const key = keyOf(eni);
      if (key === null) {
        unnamed[name]++;
        continue;
      }
      const group = groups.get(key) ?? { here: [], there: [] };
      groups.set(key, group);
      group[name].push(eni);
    }
  return { groups, unnamed };
}

/** Fields that both sides say and in which these two can be alike. */
function comparableFields(sides: readonly Side[]) {
  const said = COMPARE_FIELD_IDS.filter((id) => sides.every(({ fields }) => fields?.has(id) ?? true));
  const anywhere = said.filter((id) => !fieldOf(id).isOfPlace);
  return (a: Eni, b: Eni) => (a.account === b.account && a.region === b.region ? said : anywhere);
}

/** The owner that most of some ENIs have. */
function* topOwner(rows: readonly EniRow[]): Generator<void, { kind: OwnerKind; count: number }, void> {
  const counts = new Map<OwnerKind, number>();
  let top = { kind: 'unknown' as OwnerKind, count: 0 };
  for (const [at, { here, there }] of rows.entries()) {
    if (at % STEP === 0) yield;
    for (const eni of [...here, ...there]) {
      const kind = ownerKindOf(eni);
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      if (count > top.count) top = { kind, count };
    }
  }
  return top;
}

class Judge {
  private readonly fieldsOf: (a: Eni, b: Eni) => readonly CompareField[];

  constructor(
    private readonly by: PairBy,
    private readonly here: Side,
    private readonly there: Side,
  ) {
    this.fieldsOf = comparableFields([here, there]);
  }

  /** Whether a side that has none of these is known to have none. A name can turn up in any region. */
  private isAbsent(side: Side, eni: Eni): boolean {
    return this.by === 'eni' ? tellsAbsence(side, eni) : side.isWhole;
  }

  row(key: string, here: readonly Eni[], there: readonly Eni[]): EniRow {
    const row = (kind: PairKind, fields: readonly CompareField[] = []) => ({
      kind,
      key,
      here,
      there,
      fields,
    });
    const [a, b] = [here[0], there[0]];
    if (here.length > 1 || there.length > 1) return row('several');
    if (a === undefined || b === undefined) {
      if (a) return row(this.isAbsent(this.there, a) ? 'onlyHere' : 'unseenThere');
      return row(b && this.isAbsent(this.here, b) ? 'onlyThere' : 'unseenHere');
    }
    // Another one of the same name may still come.
    if (this.by === 'name' && !(this.here.isWhole && this.there.isWhole)) return row('open');
    const fields = this.fieldsOf(a, b).filter((field) => !isSame(field, a, b));
    return fields.length > 0 ? row('different', fields) : row('same');
  }
}

const labelOf = ({ here, there, key }: EniRow) => here[0]?.name ?? there[0]?.name ?? key;

/** Rows in the order of people: by name, then by what they are paired by. */
function* inOrder(rows: readonly EniRow[]): Generator<void, EniRow[], void> {
  const labels = yield* naturalOrderSteps([...new Set(rows.map(labelOf))]);
  const ranks = new Map(labels.map((label, rank) => [label, rank]));
  const ranked = rows.map((row) => ({ row, rank: ranks.get(labelOf(row)) ?? 0 }));
  const sorted = yield* sortSteps(ranked, (a, b) => a.rank - b.rank || (a.row.key < b.row.key ? -1 : 1));
  return sorted.map(({ row }) => row);
}

/**
 * The ENIs of two sides beside each other. Nothing is said that the sides cannot tell: what one of them has not read is
 * no difference.
 * @yields often enough for a page to be drawn in between
 */
export function* pairSteps(here: Side, there: Side, by: PairBy): Generator<void, Paired, void> {
  const repeated = by === 'eni' ? yield* repeatedIds([here, there]) : new Set<string>();
  const keyOf = (eni: Eni) => {
    if (by === 'name') return eni.name;
    return repeated.has(idIn(eni)) ? eniKey(eni) : idIn(eni);
  };
  const { groups, unnamed } = yield* keyed({ here, there }, keyOf);
  const judge = new Judge(by, here, there);
  const found = Object.fromEntries(PAIR_KINDS.map((kind) => [kind, [] as EniRow[]])) as Record<
    PairKind,
    EniRow[]
  >;
  const counts = new Map<CompareField, number>();
  let done = 0;
  for (const [key, group] of groups) {
    if (++done % STEP === 0) yield;
    const row = judge.row(key, group.here, group.there);
    found[row.kind].push(row);
    for (const field of row.fields) counts.set(field, (counts.get(field) ?? 0) + 1);
  }
  // Equal rows are folded, and outnumber the others: they stay in the order in which they were read.
  for (const kind of PAIR_KINDS) if (kind !== 'same') found[kind] = yield* inOrder(found[kind]);
  const topOwners: Partial<Record<PairKind, { kind: OwnerKind; count: number }>> = {};
  for (const kind of ONE_SIDED) if (found[kind].length > 0) topOwners[kind] = yield* topOwner(found[kind]);
  const fieldCounts = [...counts].sort(
    ([a, m], [b, n]) => n - m || COMPARE_FIELD_IDS.indexOf(a) - COMPARE_FIELD_IDS.indexOf(b),
  );
  return { rows: found, fieldCounts, topOwners, unnamed };
}

/** The ENIs of two sides beside each other; see {@link pairSteps}. */
export function pairEnis(here: Side, there: Side, by: PairBy): Paired {
  return runSteps(pairSteps(here, there, by));
}
