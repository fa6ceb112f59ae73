'use client';

import { useTranslations } from 'next-intl';
import { columnDefinition, type TableColumn, tagKeyOf } from '@/lib/search/columns';

/** The header of a column; the filter of the same field has the same words. A tag's column is named by its key. */
export function ColumnLabel({ id }: { id: TableColumn }) {
  const t = useTranslations();
  return tagKeyOf(id) ?? t(columnDefinition(id).label as 'filter.name');
}
