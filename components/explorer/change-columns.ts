import type { ColumnsChange } from '@/components/eni-table/columns-change';
import { shownColumns } from '@/lib/search/table/columns';
import type { ExplorerWriters } from './use-explorer-state';

/** The one writer of columns: a change is made of those shown of this scope, by the URL as it stands then. */
export const changeColumns =
  (setView: ExplorerWriters['setView'], scope: Parameters<typeof shownColumns>[1]) =>
  (change: ColumnsChange) =>
    setView((now) => ({ columns: change(shownColumns(now.columns, scope)) }), { replace: true });
