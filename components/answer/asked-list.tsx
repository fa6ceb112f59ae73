'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useMemo, useState } from 'react';
import { eniWishes } from '@/components/names/name-wishes';
import { useNameOf, useWantNames } from '@/components/names/use-names';
import { usePods } from '@/components/pods/use-pods';
import { CopyTextButton } from '@/components/ui/copy-text-button';
import { type Answer, LIST_FILTERS, type ListFilter, listFilterOf } from '@/lib/answer/answer';
import { listCells, tabLines } from '@/lib/answer/list-rows';
import { AskedRow } from './asked-row';
import { CopyList } from './copy-list';
import { useListWords } from './use-list-words';

const COLUMNS = ['number', 'item', 'verdict', 'is', 'eni', 'instance', 'ownerWhy', 'placeOf'] as const;
/** Shares of the width, in percent: all columns are in sight at any width. */
const WIDTHS = [3, 12, 12, 11, 17, 12, 20, 13] as const;

/** A list as it was asked: one row per item, in order, including items with no holder and items not understood. */
export function AskedList({ answer }: { answer: Answer }) {
  const t = useTranslations('answer.list');
  const format = useFormatter();
  const words = useListWords();
  const nameOf = useNameOf();
  const book = usePods();
  const want = useWantNames();
  const { items } = answer;
  const [shown, setShown] = useState<ListFilter | null>(null);
  useEffect(() => {
    want(
      eniWishes(
        items.flatMap(({ hits }) => hits.flatMap(({ eni }) => eni ?? [])),
        ['instance'],
      ),
    );
  }, [items, want]);
  const counts = useMemo(() => {
    const all = new Map<ListFilter, number>(LIST_FILTERS.map((filter) => [filter, 0]));
    for (const item of items) all.set(listFilterOf(item), (all.get(listFilterOf(item)) ?? 0) + 1);
    return all;
  }, [items]);
  const isOpen = items.some(({ verdict }) => verdict === 'open');
  const rows = items
    .map((item, at) => ({ item, at }))
    .filter(({ item }) => shown === null || listFilterOf(item) === shown);
  const without = items.filter((item) => ['none', 'unread'].includes(listFilterOf(item)));
  const hasPods = book.lists.length > 0;
  const options: [ListFilter | null, string, number][] = [
    [null, t('all'), items.length],
    ...LIST_FILTERS.map((filter): [ListFilter, string, number] => [
      filter,
      t(filter === 'none' && isOpen ? 'open' : filter),
      counts.get(filter) ?? 0,
    ]),
  ];
  return (
    <section aria-label={t('label')} className="@container flex min-h-0 flex-1 flex-col bg-surface">
      <div className="flex min-h-11 shrink-0 items-center gap-2 overflow-x-auto px-4 py-1.5 max-[720px]:px-3">
        <fieldset
          aria-label={t('show')}
          className="inline-flex shrink-0 overflow-hidden rounded-sm border border-line-strong"
        >
          {options.map(([filter, label, count]) => (
            <button
              key={filter ?? 'every'}
              type="button"
              aria-pressed={shown === filter}
              onClick={() => setShown(filter)}
              className="-outline-offset-2 inline-flex h-6.5 cursor-pointer items-center gap-1.5 whitespace-nowrap border-line-strong px-2.5 text-ink-2 text-xs not-first:border-l hover:bg-hover aria-pressed:bg-sunken aria-pressed:font-medium aria-pressed:text-ink max-[720px]:h-7.5"
            >
              {label} <span className="text-ink-3">{format.number(count)}</span>
            </button>
          ))}
        </fieldset>
        <span className="flex-1" />
        {without.length > 0 && (
          <CopyTextButton
            size="small"
            text={() => tabLines(listCells(without, words, { nameOf, book }).map((row) => row.slice(0, 3)))}
          >
            {t('copyWithout', { count: without.length })}
          </CopyTextButton>
        )}
        <CopyList items={items} />
      </div>
      <div className="min-h-0 flex-1 overflow-auto px-4 pb-4 max-[720px]:px-3">
        <table className="w-full table-fixed border-collapse text-sm @max-[720px]:block">
          <colgroup className="@max-[720px]:hidden">
            {WIDTHS.map((width, at) => (
              <col key={COLUMNS[at]} style={{ width: `${width}%` }} />
            ))}
          </colgroup>
          <thead className="@max-[720px]:sr-only">
            <tr className="text-left text-ink-3 text-xs">
              {COLUMNS.map((column) => (
                <th
                  key={column}
                  scope="col"
                  className={`sticky top-0 z-10 h-7.5 border-line-strong border-b bg-surface px-2 font-normal ${column === 'number' ? 'text-right' : ''}`}
                >
                  {column === 'instance' && hasPods ? `${t('instance')} / ${t('pod')}` : t(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="@max-[720px]:block">
            {rows.map(({ item, at }) => (
              <AskedRow key={`${at} ${item.text}`} item={item} number={at + 1} words={words} book={book} />
            ))}
          </tbody>
        </table>
        {rows.length === 0 && <p className="py-6 text-ink-2">{t('nothing')}</p>}
      </div>
    </section>
  );
}
