'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { STILL, WHOLE } from '@/components/scan/pace';
import { useScan } from '@/components/scan/use-scan';
import type { PutAside } from '@/lib/cleanup/basket';
import { effectsOf, joinReadings, vSwitchIdsOf } from '@/lib/cleanup/effects';
import { totalOf } from '@/lib/cleanup/freed';
import { judge, type PutAsideReading } from '@/lib/cleanup/ready';
import type { Place } from '@/lib/eni/page';
import { putAsideQuery } from '@/lib/queries/put-aside';
import { vSwitchesQuery } from '@/lib/queries/vswitches';
import type { Search } from '@/lib/search/search';

const NONE: never[] = [];
const NOTHING: Pick<PutAsideReading, 'enis' | 'unread'> = { enis: new Map(), unread: new Map() };
const NOWHERE: Place = { account: '', region: '' };

/**
 * Reads again what is put aside in a place, and works out what its release does: first the ENIs by their ids, then
 * their vSwitches, whole, as only whole vSwitches tell which blocks become free.
 */
export function useCleanup(place: Place | null, items: readonly PutAside[]) {
  const { account, region } = place ?? NOWHERE;
  const ids = useMemo(() => items.map(({ id }) => id).sort(), [items]);
  const isOn = place !== null && ids.length > 0;
  const again = useQuery({
    ...putAsideQuery({ account, region }, ids),
    enabled: isOn,
    // One more ENI must not empty the page, but rows of another place must not appear here.
    placeholderData: (before, query) =>
      query?.queryKey[1] === account && query.queryKey[2] === region ? before : undefined,
  });
  const reading = isOn ? (again.data ?? null) : null;
  const read = useMemo(() => items.filter(({ id }) => reading?.asked.has(id)), [items, reading]);
  const judged = useMemo(() => judge(read, reading ?? NOTHING), [read, reading]);

  const vSwitchIds = useMemo(
    () => vSwitchIdsOf([...(reading?.enis.values() ?? [])].filter(({ status }) => status === 'Available')),
    [reading],
  );
  const asksMap = vSwitchIds.length > 0;
  const whole = useMemo(
    (): Search => ({
      accounts: [account],
      regions: [region],
      terms: [{ key: 'vswitch', negated: false, values: vSwitchIds }],
    }),
    [account, region, vSwitchIds],
  );
  const scan = useScan(whole, { asksFirst: asksMap, pace: asksMap ? WHOLE : STILL });
  const listed = useQuery({ ...vSwitchesQuery(whole), enabled: asksMap });
  const { enis: all, complete, failures } = scan.reading;
  const isWhole = asksMap && complete && failures.length === 0;
  const enis = useMemo(() => {
    if (!isWhole || reading === null) return null;
    const gone = [...reading.asked].filter((id) => !reading.enis.has(id) && !reading.unread.has(id));
    return joinReadings(all, reading.enis, new Set(gone));
  }, [isWhole, reading, all]);
  const effects = useMemo(() => {
    const vSwitches = listed.isPending ? null : (listed.data?.items ?? NONE);
    return effectsOf({
      ready: judged.ready,
      vSwitches,
      reservations: listed.data?.reservations ?? NONE,
      enis,
    });
  }, [judged.ready, listed.isPending, listed.data, enis]);
  const total = useMemo(() => totalOf(effects), [effects]);

  return {
    isOn,
    /** Null until they have been read. */
    reading,
    /** Put aside but not read yet. */
    waiting: items.length - read.length,
    ...judged,
    effects,
    total,
    vSwitches: listed.data?.items ?? NONE,
    reservations: listed.data?.reservations ?? NONE,
    scan,
    isReading: again.isFetching,
    isReadingMap: asksMap && (listed.isFetching || scan.activity !== 'none'),
    problems: [...(reading?.failures ?? NONE), ...(listed.data?.failures ?? NONE), ...failures],
    caveats: [...(listed.data?.caveats ?? NONE), ...scan.reading.caveats],
    /** Reads what is put aside again, and nothing else. */
    readAgain: async () => (await again.refetch()).data ?? null,
    refresh: () => {
      if (isOn) void again.refetch();
      if (asksMap) {
        scan.refresh();
        void listed.refetch();
      }
    },
  };
}

export type Cleanup = ReturnType<typeof useCleanup>;
