'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { Eni } from '@/lib/eni/eni';
import type { VSwitch } from '@/lib/eni/vswitch';
import type { ObservedVSwitch } from '@/lib/usage/observed';
import { observedRows } from '@/lib/usage/observed-rows';
import type { UsageView } from '@/lib/views/usage';
import { usePalette } from '../address-map/use-palette';
import { DataProblems } from '../data-problems';
import { RunsTable } from '../runs-table';
import { ObservedSquareMap } from './observed-square';

/** Drawing more squares than this takes time, and no one reads them; the table has all. */
const MOST_SQUARES = 64;

type ObservedPaneProps = {
  vSwitch: VSwitch;
  observed: ObservedVSwitch;
  /** The list that it was observed with. */
  enis: readonly Eni[];
  onView: (change: Partial<UsageView>) => void;
};

/** A vSwitch with an unknown CIDR: the addresses seen, no edges, no share, and nothing that would be called free. */
export function ObservedPane({ vSwitch, observed, enis, onView }: ObservedPaneProps) {
  const t = useTranslations('usage');
  const palette = usePalette();
  const rows = useMemo(() => observedRows(observed.squares, enis), [observed, enis]);
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <p className="px-5 pb-2 text-ink-2 text-xs max-[720px]:px-3">
        {t('observedSeen', { count: observed.seen, squares: observed.squares.length })}
        {observed.hint !== null && ` ${t('observedHint', { cidr: observed.hint })}`}
      </p>
      <DataProblems problems={observed.problems} />
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
        tabIndex={0}
        aria-label={t('observedMap')}
        className="flex max-h-1/2 shrink-0 flex-wrap gap-3 overflow-auto px-5 py-1 max-[720px]:px-3"
      >
        {palette !== null &&
          observed.squares
            .slice(0, MOST_SQUARES)
            .map((square) => <ObservedSquareMap key={square.first} square={square} palette={palette} />)}
        {observed.squares.length > MOST_SQUARES && (
          <p className="w-full text-ink-3 text-xs">
            {t('observedMore', { count: observed.squares.length - MOST_SQUARES })}
          </p>
        )}
      </section>
      <div className="flex min-h-60 flex-1 flex-col px-5 max-[720px]:px-3">
        <RunsTable vSwitch={vSwitch} rows={rows} onView={onView} />
      </div>
    </div>
  );
}
