import type { TableColumn } from '@/lib/search/table/columns';

/** Other columns, made of those that are shown when the change is made: two quick changes both hold. */
export type ColumnsChange = (columns: readonly TableColumn[]) => TableColumn[];
