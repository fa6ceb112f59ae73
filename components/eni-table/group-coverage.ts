import { createContext } from 'react';
import type { Place } from '@/lib/eni/page';

/** What the totals of groups rest on. */
export type GroupCoverage = {
  /** Where there may be ENIs that are not among the rows. */
  unread: readonly Place[];
  /** Reading has come to its end, whatever failed on the way. */
  isRead: boolean;
  isReading: boolean;
  loaded: number;
  /** How many there are to read, where that is known. */
  total: number | null;
  /** About how many calls it takes to count groups whole; null where that is not known. */
  calls: number | null;
  onReadAll: () => void;
};

/** The places that the heads of groups look at, to know whether their totals are whole. */
export const UnreadContext = createContext<readonly Place[]>([]);
