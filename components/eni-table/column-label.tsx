'use client';

import { useTranslations } from 'next-intl';
import { type ColumnId, ENI_COLUMNS } from '@/lib/search/columns';

/** The header of a column; the filter of the same field has the same words. */
export function ColumnLabel({ id }: { id: ColumnId }) {
  return useTranslations()(ENI_COLUMNS[id].label);
}
