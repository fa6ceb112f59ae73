import type { ReactNode } from 'react';
import type { CommandId } from '@/lib/keys/commands';
import type { DataColumn, TableSort } from './table-features';
import type { ColumnActions } from './table-header';

/** The selection of rows, where there is one. */
export type TableSelection<Row> = {
  isSelected: (row: Row) => boolean;
  state: 'none' | 'some' | 'all';
  /** Selects or lets go a row; with `isRange` all from the last one that was picked. */
  onSelect: (index: number, isRange: boolean) => void;
  onSelectAll: () => void;
  label: (row: Row) => string;
  allLabel: string;
};

export type DataTableProps<Row extends object> = {
  /** Accessible name of the grid. */
  label: string;
  /** Of every column that may be shown; the same list between renders. */
  columns: readonly DataColumn<Row>[];
  /** Ids of the columns to show, in order. */
  visible: readonly string[];
  /** Rows in the order to show them. */
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** What a row is called, in a word or two; null of one that is called by all that it holds, as a head of a group. */
  rowName: (row: Row) => string | null;
  /** The rows are about to be others. */
  isBusy?: boolean;
  /** Key of the row that is open beside the table. */
  selected: string | null;
  sort: TableSort | null;
  onSort: (sort: TableSort | null) => void;
  /** Enter or click on a row; J and K while a row is open. */
  onOpen: (row: Row) => void;
  /** More rows exist than are here. */
  more: boolean;
  /** Called when the reader comes within 60 rows of the end and `more` is true. */
  onNearEnd?: (() => void) | undefined;
  /** Called with the rows in sight whenever scrolling rests. */
  onRest?: ((rows: readonly Row[]) => void) | undefined;
  density: 'compact' | 'relaxed';
  /** Widths that people chose, in px by column id. */
  widths?: Readonly<Record<string, number>>;
  /** How many of the first columns stay; the first does in any case. */
  pinned?: number;
  /** What people can do with columns. */
  columnActions?: ColumnActions | null;
  selection?: TableSelection<Row> | null;
  /** Of the head of a group what stands in its row and whether its rows are shown; null of other rows. */
  headOf?: ((row: Row) => { face: ReactNode; isOpen: boolean } | null) | null;
  /** What sums up all rows, in a row that stays beneath the header. */
  summary?: ReactNode;
  /** Its rows have the keys of rows from anywhere on the page; false where another list beside it has them first. */
  isMain?: boolean;
  /** A key of the rows that is not the grid's own; true where it was of use. */
  onCommand?: ((command: CommandId, row: Row) => boolean) | undefined;
};
