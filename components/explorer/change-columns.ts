import type { ColumnsChange } from '@/components/eni-table/columns-change';
import { shownColumns } from '@/lib/search/table/columns';
import type { ExplorerWriters } from './use-explorer-state';

/** The one writer of columns: it changes the columns shown in this scope, according to the URL at that moment. */
export const changeColumns =
  (setView: ExplorerWriters['setView'], scope: Parameters<typeof shownColumns>[1]) =>
  (change: ColumnsChange) =>
    setView((now) => ({ columns: change(shownColumns(now.columns, scope)) }), { replace: true });
