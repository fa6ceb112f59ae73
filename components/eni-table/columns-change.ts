import type { TableColumn } from '@/lib/search/table/columns';

/** New columns, computed from those shown when the change is applied, so that two quick changes both take effect. */
export type ColumnsChange = (columns: readonly TableColumn[]) => TableColumn[];
