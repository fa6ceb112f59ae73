'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useMemo } from 'react';
import { useSettledNames, useWantNames } from '@/components/names/use-names';
import type { Eni } from '@/lib/eni/eni';
import { isNameKind } from '@/lib/eni/names';
import type { NameWish } from '@/lib/queries/name-batches';
import { type GroupBy, groupReader } from '@/lib/search/table/group-by';
import type { GroupLabel } from '@/lib/search/table/group-order';

/** At most this many groups are named before they are sorted, which takes 20 calls. */
const MOST_NAMED = 2000;
const NONE: NameWish[] = [];

/** The ids of the groups, each once and where it can be looked up; null if there are too many to name. */
function groupWishes(by: GroupBy, enis: readonly Eni[]): NameWish[] | null {
  const wishes = new Map<string, NameWish>();
  const valuesOf = groupReader(by);
  for (const eni of enis) {
    for (const id of valuesOf(eni))
      if (id !== null && !wishes.has(id)) wishes.set(id, { account: eni.account, region: eni.region, id });
    if (wishes.size > MOST_NAMED) return null;
  }
  return [...wishes.values()];
}

/**
 * Labels of group values for sorting, as the reader sees them. Sorting by name waits until all labels are here and then
 * stays, because nobody can read rows that move with every name that arrives.
 */
export function useGroupLabels(
  by: GroupBy | null,
  enis: readonly Eni[],
): { labelOf: GroupLabel; isById: boolean } {
  const t = useTranslations();
  const want = useWantNames();
  const isNamed = by !== null && isNameKind(by);
  const wishes = useMemo(() => (isNamed ? groupWishes(by, enis) : NONE), [isNamed, by, enis]);
  useEffect(() => {
    if (wishes) want(wishes);
  }, [wishes, want]);
  const names = useSettledNames(by ?? '', wishes ?? NONE);
  const labelOf = useMemo((): GroupLabel => {
    if (by === 'owner') return (value) => t(`owner.${value}` as 'owner.ack');
    if (by === 'managed') return (value) => t(value === 'true' ? 'operator.yes' : 'operator.no');
    return (value) => names.get(value) ?? value;
  }, [by, names, t]);
  return { labelOf, isById: wishes === null };
}
