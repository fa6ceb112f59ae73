'use client';

import { useTranslations } from 'next-intl';
import type { Comparison } from '@/lib/compare/comparison';
import type { Side } from '@/lib/compare/side';
import { TOTALS } from '@/lib/compare/totals';
import type { FreeBlocks } from './use-free-blocks';
import { useAtLeast, useSigned } from './use-signed';

type Row = {
  total: (typeof TOTALS)[number] | 'freeBlocks';
  here: number | null;
  there: number | null;
  /** Both sides are known whole, so their difference is real. */
  isKnown: boolean;
};

const NUMBER =
  'h-6.5 border-line border-b max-[720px]:block max-[720px]:h-auto max-[720px]:border-0 max-[720px]:p-0 max-[720px]:text-right';

type TotalRowsProps = { comparison: Comparison; freeBlocks: FreeBlocks };

/** The totals of each side's ENIs. The difference is shown only if both sides are known whole. */
export function TotalRows({ comparison, freeBlocks }: TotalRowsProps) {
  const t = useTranslations('compare');
  const atLeast = useAtLeast();
  const signed = useSigned();
  const { here, there, totals } = comparison;
  const isKnown = here.isWhole && there.isWhole;
  const isPairs = 'paired' in comparison;
  const rows: Row[] = TOTALS.map((total) => ({
    total,
    here: totals.here[total],
    there: totals.there[total],
    isKnown,
  }));
  // If neither side knows it, a line of dashes would say nothing.
  if (freeBlocks.here !== null || freeBlocks.there !== null)
    rows.push({
      total: 'freeBlocks',
      ...freeBlocks,
      isKnown: isKnown && freeBlocks.here !== null && freeBlocks.there !== null,
    });
  const number = (count: number | null, side: Side) =>
    count === null || (count === 0 && !side.isWhole) ? (
      <span {...(count === null && { title: t('noFreeBlocks') })} className="text-ink-3">
        –
      </span>
    ) : (
      atLeast(count, side.isWhole)
    );
  return (
    <tbody className="max-[720px]:block">
      <tr className="max-[720px]:block">
        <th
          colSpan={4}
          scope="rowgroup"
          className="border-line-strong border-b pt-3 pb-1 text-left font-normal max-[720px]:block"
        >
          <div className="flex min-h-6 items-center">
            <h2 className="font-semibold">{t('counts')}</h2>
            <span
              aria-hidden="true"
              className="ml-auto hidden text-ink-3 text-xs *:w-17 *:text-right max-[720px]:flex"
            >
              <span>{t('here')}</span>
              <span>{t('there')}</span>
              <span>{t('difference')}</span>
            </span>
          </div>
        </th>
      </tr>
      {rows.map(({ total, ...row }) => {
        const difference = (
          <td
            key="difference"
            className={`${NUMBER} font-medium max-[720px]:order-3 ${isPairs ? 'px-2 font-semibold' : 'bg-canvas text-center max-[720px]:bg-transparent'}`}
          >
            {row.isKnown && row.here !== null && row.there !== null ? (
              signed(row.here - row.there)
            ) : (
              <span className="text-ink-3">–</span>
            )}
          </td>
        );
        const own = (
          <td key="here" className={`${NUMBER} px-2 ${isPairs ? '' : 'text-right'}`}>
            {number(row.here, here)}
          </td>
        );
        const other = (
          <td key="there" className={`${NUMBER} ${isPairs ? 'border-l border-l-line-strong pl-3' : 'px-2'}`}>
            <span
              className={isPairs ? '' : 'inline-block w-12 whitespace-nowrap text-right max-[720px]:w-auto'}
            >
              {number(row.there, there)}
            </span>
          </td>
        );
        return (
          <tr
            key={total}
            className="max-[720px]:grid max-[720px]:grid-cols-[minmax(0,1fr)_68px_68px_68px] max-[720px]:border-line max-[720px]:border-b max-[720px]:py-1.5"
          >
            <th
              scope="row"
              className="h-6.5 border-line border-b pl-5 text-left font-normal max-[720px]:block max-[720px]:h-auto max-[720px]:border-0 max-[720px]:pl-0"
            >
              {t(`total.${total}`)}
            </th>
            {isPairs ? [difference, own, other] : [own, difference, other]}
          </tr>
        );
      })}
    </tbody>
  );
}
