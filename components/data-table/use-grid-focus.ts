'use client';

import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { commandOf } from '@/components/keys/listener';
import { type GridSpot, moveInGrid } from './grid-keys';
import { bringIntoSight, cellsOf, elementAt, headControls, linesAbove, spotOf } from './grid-spots';

type Options = {
  grid: RefObject<HTMLTableElement | null>;
  scroller: RefObject<HTMLElement | null>;
  rows: number;
  /** Rows per page. */
  page: RefObject<number>;
  /** Brings a row into view before it is focused. */
  onMove: (row: number) => void;
};

/** The keys of a walk that people can change, as the grid knows them. */
const WALK = { nextRow: 'j', previousRow: 'k' } as const;

const HEAD: GridSpot = { line: -1, cell: null };

/** The one tab stop of a grid, moved by keys: a row, a cell, or a control in the head. */
export function useGridFocus({ grid, scroller, rows, page, onMove }: Options) {
  const [spot, setSpot] = useState<GridSpot>({ line: 0, cell: null });
  const wanted = useRef(false);

  useLayoutEffect(() => {
    const table = grid.current;
    if (!table) return;
    // Other components draw the head's controls; this effect marks which of them is the tab stop.
    const stop = spot.line < 0 || rows === 0 ? elementAt(table, spot.line < 0 ? spot : HEAD) : null;
    for (const control of headControls(table)) {
      const tabIndex = control === stop ? 0 : -1;
      if (control.tabIndex !== tabIndex) control.tabIndex = tabIndex;
    }
    if (!wanted.current) return;
    wanted.current = false;
    const element = elementAt(table, spot);
    element?.focus({ preventScroll: true });
    if (element && spot.cell !== null && scroller.current) bringIntoSight(element, scroller.current);
  });

  const focusSpot = (to: GridSpot) => {
    wanted.current = true;
    if (to.line >= 0) onMove(to.line);
    setSpot({ ...to });
  };

  /** Brings a row into view and focuses it, or one of its cells. */
  const focusRow = (row: number, cell: number | null = null) =>
    focusSpot({ line: Math.max(0, Math.min(row, rows - 1)), cell });

  /** Returns the spot that the key leads to and whether it is a walk; null if the grid does not handle the key. */
  const move = (event: KeyboardEvent): { to: GridSpot; isWalk: boolean } | null => {
    const table = grid.current;
    const seen = spotOf(event.target as Element);
    if (!table || !seen) return null;
    const at = event.target === elementAt(table, spot) ? spot : seen;
    const command = commandOf(event, 'rows');
    const walk = command === 'nextRow' || command === 'previousRow' ? WALK[command] : null;
    const isModified = event.altKey || event.shiftKey || event.key.length === 1;
    const key = walk ?? (isModified ? null : event.key);
    if (key === null) return null;
    const size = { rows, above: linesAbove(table), page: page.current, ...cellsOf(table, at.line) };
    const isControl = walk === null && (event.ctrlKey || event.metaKey);
    const to = moveInGrid({ key, isControl }, at, size);
    if (!to) return null;
    event.preventDefault();
    focusSpot(to);
    return { to, isWalk: walk !== null };
  };

  /** Records which element has the focus, however it got it. */
  const noteFocus = (target: Element) => {
    const at = spotOf(target);
    if (!at || !grid.current) return;
    // The element that replaces a column missing in a line keeps that column.
    if (elementAt(grid.current, spot) === target) return;
    setSpot(at);
  };

  return { spot, setSpot, move, focusRow, noteFocus };
}
