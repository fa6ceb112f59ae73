'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useMemo } from 'react';
import { idWishes } from '@/components/names/name-wishes';
import { useNameOf, useWantNames } from '@/components/names/use-names';
import { type CountBy, tagKeyOf } from '@/lib/compare/compare-by';
import type { ValueRow } from '@/lib/compare/count-values';
import { visibleText } from '@/lib/eni/visible-text';
import type { CompareSide } from './use-compare-side';

const NO_WISHES: readonly string[] = [];
/** How many ids are looked up by name. */
const MOST_NAMES = 200;

/** What a value is called: an owner in words, a vSwitch by its name, a tag's value as it is. */
export function useValueName(
  by: CountBy,
  rows: readonly ValueRow[],
  sides: readonly CompareSide[],
): (value: string | null) => string {
  const t = useTranslations();
  const nameOf = useNameOf();
  const want = useWantNames();
  const key = tagKeyOf(by);
  const ids = useMemo(
    () =>
      by === 'vswitch'
        ? rows.slice(0, MOST_NAMES).flatMap(({ value }) => (value === null ? [] : value))
        : NO_WISHES,
    [by, rows],
  );
  const [here, there] = sides.map(({ scan }) => scan.reading);
  useEffect(() => {
    if (ids.length === 0) return;
    for (const reading of [here, there]) if (reading) want(idWishes(ids, reading));
  }, [ids, here, there, want]);
  return (value) => {
    if (key !== null) return value === null ? t('compare.noValue.tag', { key }) : visibleText(value);
    if (by === 'owner') return t(`owner.${value ?? 'unknown'}` as 'owner.ack');
    return value === null ? t('compare.noValue.vswitch') : (nameOf(value) ?? value);
  };
}
