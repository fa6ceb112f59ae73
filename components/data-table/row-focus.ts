'use client';

import { createContext, useContext } from 'react';

/**
 * How near the reader is to a row: it is the grid's tab stop, or pointed at, or neither. Only the first two draw
 * their buttons; for thousands of rows passing by that would be most of the work.
 */
export type RowNearness = 'active' | 'hovered' | 'away';

export const RowNearnessContext = createContext<RowNearness>('away');

/** The tabIndex of the buttons of a cell, null where they need not be drawn: Tab reaches those of the active row. */
export function useRowTabIndex(): 0 | -1 | null {
  const nearness = useContext(RowNearnessContext);
  return nearness === 'away' ? null : nearness === 'active' ? 0 : -1;
}
