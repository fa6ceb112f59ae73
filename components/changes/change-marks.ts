'use client';

import { createContext } from 'react';
import type { Change } from '@/lib/changes/change';

/** What happened to each ENI of the table since the last look, by its key. */
export const ChangeMarksContext = createContext<ReadonlyMap<string, readonly Change[]>>(new Map());
