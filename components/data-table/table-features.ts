import {
  type ColumnDef,
  columnOrderingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  tableFeatures,
} from '@tanstack/react-table';

/** Where a column goes when rows have two lines; a column without a place is left out there. */
export type NarrowPlace = 'top-start' | 'top-end' | 'bottom-start' | 'bottom-end';

/** What our tables know of a column besides its id, size, header and cell. */
export type DataColumnMeta = {
  /** Message or plain text of the header, for display and for screen readers. */
  align?: 'start' | 'end';
  narrow?: NarrowPlace;
  sortable?: boolean;
  /** Its values are never wrapped on paper; those of other columns are. */
  isShort?: boolean;
};

export const dataTableFeatures = tableFeatures({
  columnOrderingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  columnMeta: {} as DataColumnMeta,
});

export type DataTableFeatures = typeof dataTableFeatures;

/** A column of a {@link DataTable}; make the list at module scope. `size` is its least width in px. */
export type DataColumn<Row> = ColumnDef<DataTableFeatures, Row & object, unknown>;

export type TableSort = { column: string; descending: boolean };
