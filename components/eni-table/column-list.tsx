'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { Eni } from '@/lib/eni/eni';
import {
  COLUMN_IDS,
  columnDefinition,
  DEFAULT_COLUMNS,
  parseColumn,
  type TableColumn,
  tagKeyOf,
} from '@/lib/search/table/columns';
import { ColumnLabel } from './column-label';
import type { ColumnsChange } from './columns-change';
import { moveColumn } from './move-column';
import { tagKeysOf } from './tag-keys';
import { toggleColumn } from './toggle-column';

export type ColumnListProps = {
  columns: readonly TableColumn[];
  /** The loaded rows, whose tag keys are offered. */
  enis: readonly Eni[];
  onChange: (change: ColumnsChange) => void;
};

/** The columns shown, in order, then the others and the tag keys of loaded rows. The last one cannot be removed. */
export function ColumnList({ columns, enis, onChange }: ColumnListProps) {
  const t = useTranslations();
  const [typed, setTyped] = useState('');
  const keys = useMemo(() => tagKeysOf(enis), [enis]);
  const others = [...COLUMN_IDS, ...keys.map((key): TableColumn => `tag:${key}`)].filter(
    (column) => !columns.includes(column),
  );
  const labelOf = (column: TableColumn) =>
    tagKeyOf(column) ?? t(columnDefinition(column).label as 'filter.name');
  const addTag = (event: FormEvent) => {
    event.preventDefault();
    const column = parseColumn(`tag:${typed.trim()}`);
    if (!column) return;
    setTyped('');
    onChange((now) => (now.includes(column) ? [...now] : [...now, column]));
  };
  const line = (column: TableColumn) => (
    <label className="flex min-h-7 min-w-0 flex-1 cursor-pointer items-center gap-2 has-disabled:cursor-default">
      <input
        type="checkbox"
        className="h-3.5 w-3.5 accent-accent"
        checked={columns.includes(column)}
        disabled={columns.length === 1 && columns[0] === column}
        onChange={() => onChange((now) => toggleColumn(now, column))}
      />
      <span className="truncate">
        <ColumnLabel id={column} />
      </span>
      {tagKeyOf(column) !== null && <span className="text-2xs text-ink-3">{t('group.tag')}</span>}
    </label>
  );
  return (
    <>
      <div className="min-h-0 flex-1 overflow-auto py-1.5 text-sm">
        <h3 className="px-3 py-1 text-ink-3 text-xs">{t('table.shown')}</h3>
        <ul>
          {columns.map((column, at) => (
            <li key={column} className="flex items-center gap-0.5 pr-2 pl-3 hover:bg-hover">
              {line(column)}
              <Button
                look="quiet"
                size="small-icon"
                disabled={at === 0}
                aria-label={t('table.moveUp', { column: labelOf(column) })}
                onClick={() => onChange((now) => moveColumn(now, column, now.indexOf(column) - 1))}
              >
                <Icon name="up" size={12} />
              </Button>
              <Button
                look="quiet"
                size="small-icon"
                disabled={at === columns.length - 1}
                aria-label={t('table.moveDown', { column: labelOf(column) })}
                onClick={() => onChange((now) => moveColumn(now, column, now.indexOf(column) + 1))}
              >
                <Icon name="down" size={12} />
              </Button>
            </li>
          ))}
        </ul>
        <h3 className="mt-1.5 border-line border-t px-3 pt-2 pb-1 text-ink-3 text-xs">
          {t('table.notShown')}
        </h3>
        <ul>
          {others.map((column) => (
            <li key={column} className="flex px-3 hover:bg-hover">
              {line(column)}
            </li>
          ))}
        </ul>
      </div>
      <form onSubmit={addTag} className="flex items-center gap-1.5 border-line border-t px-3 py-2">
        <input
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          aria-label={t('table.tagColumn')}
          placeholder={t('table.tagColumn')}
          maxLength={128}
          className="h-control min-w-0 flex-1 rounded-sm border border-field bg-surface px-2 text-sm placeholder:text-ink-3 focus:-outline-offset-1"
        />
        <Button size="small" type="submit" disabled={typed.trim() === ''}>
          {t('table.addTag')}
        </Button>
      </form>
      <div className="border-line border-t p-1.5">
        <Button look="quiet" size="small" onClick={() => onChange(() => [...DEFAULT_COLUMNS])}>
          {t('table.columnsReset')}
        </Button>
      </div>
    </>
  );
}
