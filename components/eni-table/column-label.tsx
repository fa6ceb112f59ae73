'use client';

import { useTranslations } from 'next-intl';
import { useContext } from 'react';
import { columnDefinition, type TableColumn, tagKeyOf } from '@/lib/search/table/columns';
import { TableFactsContext } from './table-facts';

/** The header of a column; the filter of the same field has the same words. A tag's column is named by its key. */
export function ColumnLabel({ id }: { id: TableColumn }) {
  const t = useTranslations();
  const { shape } = useContext(TableFactsContext);
  if (id === 'ip' && shape === 'address') return t('column.address');
  return tagKeyOf(id) ?? t(columnDefinition(id).label as 'filter.name');
}
