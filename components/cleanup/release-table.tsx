'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { SelectBox } from '@/components/data-table/select-box';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { ShortId } from '@/components/ui/short-id';
import type { ReleaseRow, ReleaseSort } from '@/lib/cleanup/release-rows';
import type { Place } from '@/lib/eni/page';
import { shownName, visibleText } from '@/lib/eni/visible-text';
import { EmptyBasket } from './empty-basket';
import { EniName } from './eni-name';
import { SortHead } from './sort-head';
import { useRemoval } from './use-removal';

type ReleaseTableProps = {
  place: Place;
  rows: readonly ReleaseRow[];
  sort: ReleaseSort;
  isRead: boolean;
  onSort: (sort: ReleaseSort) => void;
  onWant: (ids: ReadonlySet<string>, isWanted: boolean) => void;
  onRemove: (id: string) => void;
};

/** Under 720 px a row is two lines: the name and what it frees, then where it is and how long it has been idle. */
const ROW =
  'group max-[720px]:grid max-[720px]:grid-cols-[28px_minmax(0,1fr)_auto_24px] max-[720px]:border-line max-[720px]:border-b max-[720px]:py-1.5';
const CELL = 'h-7 border-line border-b px-1 max-[720px]:h-5 max-[720px]:border-0 max-[720px]:leading-5';

function Row({
  row,
  onWant,
  onRemove,
}: Pick<ReleaseTableProps, 'onWant' | 'onRemove'> & { row: ReleaseRow }) {
  const t = useTranslations('cleanup');
  const { number } = useFormatter();
  const { eni, isWanted, vSwitchName, own, prefixes, frees, idle } = row;
  const name = shownName(eni);
  return (
    <tr className={ROW}>
      <td className={`${CELL} pl-0 *:align-middle max-[720px]:row-span-2`}>
        <SelectBox
          label={t('release.want', { name })}
          state={isWanted ? 'all' : 'none'}
          onToggle={() => onWant(new Set([eni.id]), !isWanted)}
        />
      </td>
      <td className={`${CELL} truncate ${isWanted ? '' : 'text-ink-3'}`}>
        <EniName eni={eni} />
      </td>
      <td
        className={`${CELL} truncate text-ink-2 max-[720px]:order-3 max-[720px]:col-start-2 max-[720px]:text-xs`}
      >
        {vSwitchName === null ? (
          <span className="font-mono text-xs">
            {eni.vSwitchId === null ? '–' : <ShortId id={eni.vSwitchId} />}
          </span>
        ) : (
          <bdi>{visibleText(vSwitchName)}</bdi>
        )}
      </td>
      <td className={`${CELL} text-right text-ink-2 tabular-nums max-[720px]:hidden`}>{number(own)}</td>
      <td className={`${CELL} text-right text-ink-2 tabular-nums max-[720px]:hidden`}>
        {prefixes === 0 ? <span className="text-ink-3">–</span> : `/28 ×${prefixes}`}
      </td>
      <td className={`${CELL} text-right font-semibold tabular-nums max-[720px]:order-1`}>
        {isWanted ? number(frees) : <span className="font-normal text-ink-3">–</span>}
      </td>
      <td className={`${CELL} text-right text-ink-2 tabular-nums max-[720px]:order-3 max-[720px]:text-xs`}>
        {idle === null ? '–' : t('release.idleDays', { count: idle })}
      </td>
      <td className={`${CELL} pr-0 text-right max-[720px]:order-2`}>
        <Button
          look="quiet"
          size="small-icon"
          data-remove=""
          aria-label={t('remove', { name })}
          title={t('remove', { name })}
          onClick={() => onRemove(eni.id)}
        >
          <Icon name="cross" size={12} />
        </Button>
      </td>
    </tr>
  );
}

/** The ENIs that can be released, each with a box that removes it from figures, map and script at once. */
export function ReleaseTable({ place, rows, sort, isRead, onSort, onWant, onRemove }: ReleaseTableProps) {
  const t = useTranslations('cleanup');
  const { list, remove } = useRemoval(onRemove);
  const wanted = rows.filter(({ isWanted }) => isWanted).length;
  const state = wanted === 0 ? 'none' : wanted === rows.length ? 'all' : 'some';
  const all = new Set(rows.map(({ eni }) => eni.id));
  const head = { sort, onSort };
  return (
    <section ref={list} aria-label={t('release.title')} className="min-w-0">
      <header className="flex min-h-9 flex-wrap items-center gap-x-2.5">
        <h2 className="font-semibold text-lg">{t('release.title')}</h2>
        {rows.length > 0 && (
          <p className="text-ink-2 text-xs max-[720px]:order-last max-[720px]:w-full">
            {t('release.note', { count: rows.length })}
          </p>
        )}
        <span className="ml-auto">
          <EmptyBasket place={place} />
        </span>
      </header>
      {rows.length === 0 ? (
        <p className="py-1 text-ink-2">{t(isRead ? 'release.none' : 'release.reading')}</p>
      ) : (
        <table className="w-full table-fixed border-collapse max-[720px]:block [&>tbody]:max-[720px]:block">
          <colgroup className="max-[720px]:hidden">
            <col className="w-7" />
            <col />
            <col className="w-28" />
            <col className="w-12" />
            <col className="w-17" />
            <col className="w-17" />
            <col className="w-19" />
            <col className="w-7" />
          </colgroup>
          <thead className="max-[720px]:hidden">
            <tr>
              <th scope="col" className="h-7.5 border-line border-b text-left *:align-middle">
                <SelectBox
                  label={t('release.wantAll')}
                  state={state}
                  onToggle={() => onWant(all, state !== 'all')}
                />
              </th>
              <SortHead {...head} column="name" label={t('release.eni')} className="px-1" />
              <SortHead {...head} column="vSwitch" label={t('release.vSwitch')} className="px-1" />
              <SortHead {...head} column="own" label={t('release.own')} isNumber className="px-1" />
              <SortHead {...head} column="prefixes" label={t('release.prefixes')} isNumber className="px-1" />
              <SortHead {...head} column="frees" label={t('release.frees')} isNumber className="px-1" />
              <SortHead {...head} column="idle" label={t('release.idle')} isNumber className="px-1" />
              <th scope="col" className="border-line border-b">
                <span className="sr-only">{t('removeColumn')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.eni.id} row={row} onWant={onWant} onRemove={remove} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
