'use client';

import { createContext } from 'react';
import type { Shape } from '@/lib/search/view';

/**
 * What cells and headers know of the whole table: what one of its rows is, and whether something states the region of
 * each row, so that a zone need not.
 */
export type TableFacts = { shape: Shape; saysRegion: boolean };

export const TableFactsContext = createContext<TableFacts>({ shape: 'eni', saysRegion: false });
