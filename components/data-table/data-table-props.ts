import type { ReactNode } from 'react';
import type { CommandId } from '@/lib/keys/commands';
import type { DataColumn, TableSort } from './table-features';
import type { ColumnActions } from './table-header';

/** The selection of rows, where there is one. */
export type TableSelection<Row> = {
  isSelected: (row: Row) => boolean;
  state: 'none' | 'some' | 'all';
  /** Selects or deselects a row; `isRange` includes every row since the last one picked. */
  onSelect: (index: number, isRange: boolean) => void;
  onSelectAll: () => void;
  label: (row: Row) => string;
  allLabel: string;
};

export type DataTableProps<Row extends object> = {
  /** Accessible name of the grid. */
  label: string;
  /** Definitions of every column that may be shown; the same list between renders. */
  columns: readonly DataColumn<Row>[];
  /** Ids of the columns to show, in order. */
  visible: readonly string[];
  /** Rows in the order to show them. */
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** A row's name, in a word or two; null for a row named by all of its content, such as a group head. */
  rowName: (row: Row) => string | null;
  /** The rows are about to be replaced. */
  isBusy?: boolean;
  /** Key of the row that is open beside the table. */
  selected: string | null;
  sort: TableSort | null;
  onSort: (sort: TableSort | null) => void;
  /** Enter or click on a row; J and K while a row is open. */
  onOpen: (row: Row) => void;
  /** More rows exist than are loaded. */
  more: boolean;
  /** Called when the reader comes within 60 rows of the end and `more` is true. */
  onNearEnd?: (() => void) | undefined;
  /** Called with the rows in sight whenever scrolling rests. */
  onRest?: ((rows: readonly Row[]) => void) | undefined;
  density: 'compact' | 'relaxed';
  /** Widths that people chose, in px by column id. */
  widths?: Readonly<Record<string, number>>;
  /** How many of the first columns stay in view; the first always does. */
  pinned?: number;
  /** What people can do with columns. */
  columnActions?: ColumnActions | null;
  selection?: TableSelection<Row> | null;
  /** For a group head: the content of its row, and whether its rows are shown; null for other rows. */
  headOf?: ((row: Row) => { face: ReactNode; isOpen: boolean } | null) | null;
  /** A summary of all rows, in a row that stays beneath the header. */
  summary?: ReactNode;
  /** The page's row keys act on this grid; false if another list beside it takes them first. */
  isMain?: boolean;
  /** Handles a row key that the grid does not handle itself; returns true if the key had an effect. */
  onCommand?: ((command: CommandId, row: Row) => boolean) | undefined;
};
