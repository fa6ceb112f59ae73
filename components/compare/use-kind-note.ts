'use client';

import { useTranslations } from 'next-intl';
import type { PairKind } from '@/lib/compare/pair-enis';
import { useCoverShort } from './cover-words';
import type { CompareSide } from './use-compare-side';

/** A note on a kind of rows, above all that some are not differences yet; null if none is needed. */
export function useKindNote(here: CompareSide, there: CompareSide) {
  const t = useTranslations('compare.kindNote');
  const short = useCoverShort();
  return (kind: PairKind, isCounted: boolean): string | null => {
    if (kind === 'unseenThere') return t(kind, { cover: short(there) ?? '–' });
    if (kind === 'unseenHere') return t(kind, { cover: short(here) ?? '–' });
    if (kind === 'different') return isCounted ? t(kind) : null;
    return kind === 'open' || kind === 'several' ? t(kind) : null;
  };
}
