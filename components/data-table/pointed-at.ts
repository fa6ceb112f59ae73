'use client';

import { createContext, useContext } from 'react';

/** Whether the pointer rests on the row that a cell stands in. */
export const PointedAtContext = createContext(false);

/**
 * Whether a cell draws its buttons: where the pointer is, for thousands of rows passing by they would be most of the
 * work. By keys what they do is in the menu of the cell, which has no tab stops within.
 */
export function useIsPointedAt(): boolean {
  return useContext(PointedAtContext);
}
