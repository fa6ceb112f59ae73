'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { type CountBy, tagKeyOf } from '@/lib/compare/compare-by';
import type { Comparison } from '@/lib/compare/comparison';
import { VALUE_KINDS } from '@/lib/compare/count-values';
import { axisEnd } from '@/lib/compare/scale';
import { CountSection } from './count-section';
import { SideHead } from './side-head';
import { SwapButton } from './swap-button';
import { HEAD, HEAD_CELL, TABLE, type TableProps } from './table-parts';
import { TotalRows } from './total-rows';

type CountTableProps = TableProps & { by: CountBy; comparison: Extract<Comparison, { by: CountBy }> | null };

function Axis({ end, isLeft }: { end: number; isLeft: boolean }) {
  const t = useTranslations('compare');
  const format = useFormatter();
  return (
    <span
      aria-hidden="true"
      className={`mt-0.5 flex justify-between text-2xs text-ink-3 max-[720px]:hidden ${isLeft ? 'flex-row-reverse pr-15' : 'pl-15'}`}
    >
      <span>0</span>
      <span>{format.number(end / 2)}</span>
      <span>{t('axis', { count: end })}</span>
    </span>
  );
}

/** The name of a value whose ENIs are counted. */
function useByName(): (by: CountBy) => string {
  const t = useTranslations('compare.valueOf');
  return (by) => {
    const key = tagKeyOf(by);
    return key === null ? t(by as 'owner') : t('tag', { key });
  };
}

/** How many ENIs of each side have each value: bars on one scale, the numbers beside them. */
export function CountTable({
  by,
  comparison,
  here,
  there,
  names,
  freeBlocks,
  picker,
  onSwap,
}: CountTableProps) {
  const t = useTranslations('compare');
  const byName = useByName();
  const end = axisEnd(comparison?.counted.most ?? 0);
  return (
    <table aria-label={t('label')} className={TABLE}>
      <colgroup className="max-[720px]:hidden">
        <col className="w-60 max-[1180px]:w-44" />
        <col />
        <col className="w-28 max-[1180px]:w-24" />
        <col />
      </colgroup>
      <thead className={HEAD}>
        <tr className="max-[720px]:grid max-[720px]:grid-cols-[minmax(0,1fr)_44px_minmax(0,1fr)] max-[720px]:border-line-strong max-[720px]:border-b max-[720px]:py-2">
          <th scope="col" className={`${HEAD_CELL} pb-2.5 text-left text-ink-3 text-xs max-[720px]:sr-only`}>
            <bdi>{byName(by)}</bdi>
          </th>
          <th scope="col" className={`${HEAD_CELL} px-2 pb-2.5 max-[720px]:border-0 max-[720px]:p-0`}>
            <SideHead name={names.here} now={here} picker={null} isRight />
            <Axis end={end} isLeft />
          </th>
          <th
            scope="col"
            className={`${HEAD_CELL} pb-2.5 text-ink-3 text-xs max-[720px]:border-0 max-[720px]:p-0 max-[720px]:align-middle`}
          >
            <span className="flex flex-col items-center gap-1">
              <SwapButton onSwap={onSwap} />
              <span className="max-[720px]:sr-only">{t('difference')}</span>
            </span>
          </th>
          <th scope="col" className={`${HEAD_CELL} px-2 pb-2.5 max-[720px]:border-0 max-[720px]:p-0`}>
            <SideHead name={names.there} now={there} picker={picker} />
            <Axis end={end} isLeft={false} />
          </th>
        </tr>
      </thead>
      {comparison && (
        <>
          <TotalRows comparison={comparison} freeBlocks={freeBlocks} />
          {VALUE_KINDS.map((kind) => (
            <CountSection
              key={`${by} ${kind}`}
              kind={kind}
              by={comparison.by}
              rows={comparison.counted.rows[kind]}
              end={end}
              whole={{ here: comparison.here.isWhole, there: comparison.there.isWhole }}
              here={here}
              there={there}
            />
          ))}
        </>
      )}
    </table>
  );
}
