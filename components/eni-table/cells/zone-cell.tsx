'use client';

import { useContext } from 'react';
import { useColumnRoom } from '@/components/data-table/column-rooms';
import { textWidth } from '@/components/ui/text-width';
import type { Eni } from '@/lib/eni/eni';
import { zoneTail } from '@/lib/eni/zone-tail';
import { TableFactsContext } from '../table-facts';
import { Absent } from './absent';

/**
 * A zone: its letter alone where there is no room for more and the region is said elsewhere. The rest of the text stays
 * in it, for copying, finding and hearing.
 */
export function ZoneCell({ eni: { zoneId, region } }: { eni: Eni }) {
  const { saysRegion } = useContext(TableFactsContext);
  const room = useColumnRoom('zone');
  if (zoneId === null) return <Absent />;
  const tail = saysRegion ? zoneTail(zoneId, region) : zoneId;
  const isWhole = tail === zoneId || (room !== null && textWidth(zoneId, 400) <= room);
  return (
    <span className="truncate text-ink-2" title={zoneId}>
      {!isWhole && <span className="unseen">{zoneId.slice(0, -tail.length)}</span>}
      {isWhole ? zoneId : tail}
    </span>
  );
}
