'use client';

import dynamic from 'next/dynamic';
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type SyntheticEvent,
  useCallback,
  useState,
} from 'react';
import { isMac } from '@/components/keys/platform';
import type { Eni } from '@/lib/eni/eni';
import type { Search } from '@/lib/search/search';
import { parseColumn, type TableColumn } from '@/lib/search/table/columns';
import type { ExplorerRow } from '@/lib/search/table/table-rows';
import type { MenuPlace } from './cell-menu';

const CellMenu = dynamic(() => import('./cell-menu').then((file) => file.CellMenu), { ssr: false });

type CellMenuAreaProps = {
  /** The rows of the table. */
  rows: readonly ExplorerRow[];
  onSearch: (change: (search: Search) => Search) => void;
  children: ReactNode;
};

type Open = { eni: Eni; column: TableColumn; place: MenuPlace };

/**
 * Gives the cells of a table their menu: on a right click, on the context-menu key or Shift+F10, and on what carries
 * `data-cell-menu`. Cells carry `data-column`, the name of their column, and rows `data-key`, the key of theirs.
 */
export function CellMenuArea({ rows, onSearch, children }: CellMenuAreaProps) {
  const [open, setOpen] = useState<Open | null>(null);
  const close = useCallback(() => setOpen(null), []);

  const openAt = (event: SyntheticEvent, place: MenuPlace | null) => {
    const target = event.target as Element;
    const row = target.closest<HTMLElement>('[data-key]');
    const cell =
      target.closest<HTMLElement>('[data-column]') ?? row?.querySelector<HTMLElement>('[data-column]');
    const column = parseColumn(cell?.dataset.column ?? '');
    const found = rows.find(({ key }) => key === row?.dataset.key);
    if (!cell || !column || found?.kind !== 'eni') return;
    const { eni } = found;
    event.preventDefault();
    event.stopPropagation();
    const { left, bottom } = cell.getBoundingClientRect();
    setOpen({ eni, column, place: place ?? { x: left, y: bottom } });
  };
  const onContextMenu = (event: MouseEvent) => {
    const isOfBrowser = (event.target as Element).closest('a, input, textarea') !== null;
    if (isOfBrowser || window.getSelection()?.isCollapsed === false) return;
    // A key press has no position of its own, so the menu opens under the cell.
    const isByPointer = event.button === 2;
    openAt(event, isByPointer ? { x: event.clientX, y: event.clientY } : null);
  };
  // Macs have no menu key, and their browsers ignore the one of other keyboards.
  const onKeyDown = (event: KeyboardEvent) => {
    if (isMac() && event.shiftKey && event.key === 'F10') openAt(event, null);
  };
  const onClick = (event: MouseEvent) => {
    if ((event.target as Element).closest('[data-cell-menu]')) openAt(event, null);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys and buttons are those of the cells within
    <div className="contents" onContextMenu={onContextMenu} onKeyDown={onKeyDown} onClickCapture={onClick}>
      {children}
      {open && <CellMenu {...open} onSearch={onSearch} onClose={close} />}
    </div>
  );
}
