'use client';

import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { commandOf } from '@/components/keys/listener';
import { type GridSize, type GridSpot, moveInGrid } from './grid-keys';

function spotOf(target: Element): GridSpot | null {
  const header = target.closest<HTMLElement>('[data-header]')?.dataset.header;
  if (header !== undefined) return { header: Number(header) };
  const row = target.closest<HTMLElement>('[data-index]')?.dataset.index;
  return row === undefined ? null : { row: Number(row) };
}

type Options = { grid: RefObject<HTMLTableElement | null>; size: GridSize; onMove: (row: number) => void };

/** The keys of a walk that people can change; the grid knows them as these. */
const WALK = { nextRow: 'j', previousRow: 'k' } as const;

/** The one tab stop of a grid, moved by keys. `onMove` brings the row into view before it is focused. */
export function useGridFocus({ grid, size, onMove }: Options) {
  const [spot, setSpot] = useState<GridSpot>({ row: 0 });
  const wanted = useRef(false);

  useLayoutEffect(() => {
    if (!wanted.current) return;
    wanted.current = false;
    const selector = 'header' in spot ? `[data-header="${spot.header}"]` : `[data-index="${spot.row}"]`;
    grid.current?.querySelector<HTMLElement>(selector)?.focus({ preventScroll: 'row' in spot });
  }, [spot, grid]);

  /** Answers the spot that the key leads to and whether it walks, null where the key is not the grid's. */
  const move = (event: KeyboardEvent): { to: GridSpot; isWalk: boolean } | null => {
    const at = spotOf(event.target as Element);
    if (!at) return null;
    const command = commandOf(event, 'rows');
    const walk = command === 'nextRow' || command === 'previousRow' ? WALK[command] : null;
    const isModified = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
    const key = walk ?? (isModified || event.key.length === 1 ? null : event.key);
    const to = key === null ? null : moveInGrid(key, at, size);
    if (!to) return null;
    event.preventDefault();
    wanted.current = true;
    if ('row' in to) onMove(to.row);
    setSpot(to);
    return { to, isWalk: walk !== null };
  };

  /** Brings a row into view and gives it the focus. */
  const focusRow = (row: number) => {
    const at = Math.max(0, Math.min(row, size.rows - 1));
    wanted.current = true;
    onMove(at);
    setSpot({ row: at });
  };

  return { spot, setSpot, move, focusRow, spotOf };
}
