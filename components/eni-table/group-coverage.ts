import { createContext } from 'react';
import type { Place } from '@/lib/eni/page';

/** What the totals of groups rest on. */
export type GroupCoverage = {
  /** Places that may have ENIs missing from the rows. */
  unread: readonly Place[];
  /** Reading has reached its end, whatever failed on the way. */
  isRead: boolean;
  isReading: boolean;
  loaded: number;
  /** How many there are to read, if known. */
  total: number | null;
  /** About how many calls it takes to count groups whole; null if unknown. */
  calls: number | null;
  onReadAll: () => void;
};

/** The places from which the heads of groups work out whether their totals are whole. */
export const UnreadContext = createContext<readonly Place[]>([]);
