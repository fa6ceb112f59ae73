'use client';

import { createContext, useContext } from 'react';

/** How much room the cells of each column have, in px; empty until the table has been laid out in a browser. */
export const ColumnRoomsContext = createContext<Readonly<Record<string, number>>>({});

/** The room that a cell of this column has for text, in px; null while it is not known. */
export function useColumnRoom(column: string): number | null {
  return useContext(ColumnRoomsContext)[column] ?? null;
}
