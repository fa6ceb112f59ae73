'use client';

import { createContext, useContext } from 'react';

/** Whether the pointer rests on the row that contains a cell. */
export const PointedAtContext = createContext(false);

/**
 * Whether a cell draws its buttons: only under the pointer, as drawing them for thousands of rows scrolling by would be
 * most of the work. Keyboard users find the actions in the menu of the cell, which has no tab stops within.
 */
export function useIsPointedAt(): boolean {
  return useContext(PointedAtContext);
}
