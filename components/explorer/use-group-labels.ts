'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useMemo } from 'react';
import { useSettledNames, useWantNames } from '@/components/names/use-names';
import type { Eni } from '@/lib/eni/eni';
import { isNameKind } from '@/lib/eni/names';
import type { NameWish } from '@/lib/queries/name-batches';
import { type GroupBy, groupReader } from '@/lib/search/table/group-by';
import type { GroupLabel } from '@/lib/search/table/group-order';

/** So many groups are named before they are put in order, which takes 20 calls. */
const MOST_NAMED = 2000;
const NONE: NameWish[] = [];

/** The ids that groups go by, each once and where it can be asked for; null where there are too many to name. */
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
 * How the values of groups read, for their order: as the reader sees them. The order by names waits until all are here
 * and then stays, as rows that move with every name that comes cannot be read.
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
