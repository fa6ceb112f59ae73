'use client';

import { useTranslations } from 'next-intl';
import type { ChangeKind } from '@/lib/changes/change';
import type { ListColumn } from '@/lib/changes/sort-changes';

export function KindWord({ kind }: { kind: ChangeKind }) {
  return <span className="truncate">{useTranslations('changes')(`kind.${kind}`)}</span>;
}

export function ColumnWord({ column }: { column: ListColumn }) {
  return useTranslations('changes')(`column.${column}`);
}
