'use client';

import { flexRender, useTable } from '@tanstack/react-table';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { MOST_PRINTED } from '@/components/ui/use-printing';
import type { DataTableProps } from './data-table-props';
import { dataTableFeatures } from './table-features';

/** With more columns than this a sheet is printed in landscape. */
const MOST_UPRIGHT = 7;

type PaperTableProps<Row extends object> = Pick<
  DataTableProps<Row>,
  'label' | 'columns' | 'visible' | 'rows' | 'rowKey' | 'headOf' | 'more'
>;

/**
 * The rows of a grid on paper, where nothing can scroll: up to {@link MOST_PRINTED} rows, with heads on each sheet, and
 * before them a note of what is left out.
 */
export function PaperTable<Row extends object>(props: PaperTableProps<Row>) {
  const { label, columns, visible, rows, rowKey, headOf = null, more } = props;
  const t = useTranslations('paper');
  const state = useMemo(
    () => ({
      columnOrder: [...visible],
      columnVisibility: Object.fromEntries(columns.map(({ id }) => [id ?? '', visible.includes(id ?? '')])),
    }),
    [columns, visible],
  );
  const shown = useMemo(() => rows.slice(0, MOST_PRINTED), [rows]);
  const table = useTable({ features: dataTableFeatures, columns, data: shown, getRowId: rowKey, state });
  const headers = table.getHeaderGroups()[0]?.headers ?? [];
  const isCut = rows.length > shown.length;
  return (
    <table aria-label={label} className="paper-table" data-wide={visible.length > MOST_UPRIGHT || undefined}>
      <caption>
        {t('rows', { count: rows.length })}
        {isCut && (
          <strong className="block">
            {t('cut', { shown: shown.length, left: rows.length - shown.length })}
          </strong>
        )}
        {more && <strong className="block">{t('notLoaded', { count: rows.length })}</strong>}
      </caption>
      <thead>
        <tr>
          {headers.map((header) => (
            <th
              key={header.id}
              scope="col"
              data-end={header.column.columnDef.meta?.align === 'end' || undefined}
            >
              {flexRender(header.column.columnDef.header, header.getContext())}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.getRowModel().rows.map((row) => {
          const head = headOf?.(row.original) ?? null;
          return (
            <tr key={row.id}>
              {head !== null ? (
                <th scope="rowgroup" colSpan={headers.length}>
                  {head.face}
                </th>
              ) : (
                row.getVisibleCells().map((cell) => {
                  const { cell: template, meta } = cell.column.columnDef;
                  return (
                    <td
                      key={cell.column.id}
                      data-end={meta?.align === 'end' || undefined}
                      data-line={meta?.isShort || undefined}
                    >
                      {flexRender(template, cell.getContext())}
                    </td>
                  );
                })
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
