'use client';

import { useTranslations } from 'next-intl';
import type { PairBy } from '@/lib/compare/compare-by';
import type { Comparison } from '@/lib/compare/comparison';
import type { PairKind } from '@/lib/compare/pair-enis';
import { PairSection } from './pair-section';
import { SideHead } from './side-head';
import { SwapButton } from './swap-button';
import { HEAD, HEAD_CELL, TABLE, type TableProps } from './table-parts';
import { TotalRows } from './total-rows';

type PairTableProps = TableProps & {
  by: PairBy;
  comparison: Extract<Comparison, { by: PairBy }> | null;
};

const UNTOLD = ['unseenThere', 'unseenHere', 'open', 'several', 'same'] as const satisfies PairKind[];

/** For one place at two times readers want the changes first; for two places, what only one of them has. */
const AT_TWO_TIMES: readonly PairKind[] = ['different', 'onlyHere', 'onlyThere', ...UNTOLD];
const AT_TWO_PLACES: readonly PairKind[] = ['onlyHere', 'onlyThere', 'different', ...UNTOLD];

/** The ENIs of both sides beside each other: bold is what one side has and the other lacks. */
export function PairTable({
  by,
  comparison,
  here,
  there,
  names,
  freeBlocks,
  picker,
  onSwap,
}: PairTableProps) {
  const t = useTranslations('compare');
  const hasFile = here.choice.kind === 'file' || there.choice.kind === 'file';
  const kinds = hasFile && by === 'eni' ? AT_TWO_TIMES : AT_TWO_PLACES;
  return (
    <table aria-label={t('label')} className={TABLE}>
      <colgroup className="max-[720px]:hidden">
        <col className="w-[22.5%]" />
        <col className="w-[10%]" />
        <col />
        <col />
      </colgroup>
      <thead className={HEAD}>
        <tr className="max-[720px]:grid max-[720px]:grid-cols-[minmax(0,1fr)_44px_minmax(0,1fr)] max-[720px]:border-line-strong max-[720px]:border-b max-[720px]:py-2">
          <th scope="col" className={`${HEAD_CELL} pb-2.5 text-left text-ink-3 text-xs max-[720px]:sr-only`}>
            {t(`pairedBy.${by}`)}
          </th>
          <th
            scope="col"
            className={`${HEAD_CELL} px-2 pb-2.5 text-left max-[720px]:order-2 max-[720px]:border-0 max-[720px]:p-0 max-[720px]:text-center`}
          >
            <span className="sr-only">{t('difference')}</span>
            <SwapButton onSwap={onSwap} />
          </th>
          <th
            scope="col"
            className={`${HEAD_CELL} px-2 pb-2.5 max-[720px]:order-1 max-[720px]:border-0 max-[720px]:p-0`}
          >
            <SideHead name={names.here} now={here} picker={null} />
          </th>
          <th
            scope="col"
            className={`${HEAD_CELL} pr-2 pb-2.5 pl-3 max-[720px]:order-3 max-[720px]:border-0 max-[720px]:p-0`}
          >
            <SideHead name={names.there} now={there} picker={picker} />
          </th>
        </tr>
      </thead>
      {comparison && (
        <>
          <TotalRows comparison={comparison} freeBlocks={freeBlocks} />
          {kinds.map((kind) => (
            <PairSection
              key={`${comparison.by} ${kind}`}
              kind={kind}
              rows={comparison.paired.rows[kind]}
              paired={comparison.paired}
              here={here}
              there={there}
            />
          ))}
        </>
      )}
    </table>
  );
}
