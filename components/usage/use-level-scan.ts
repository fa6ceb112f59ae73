'use client';

import { useMemo } from 'react';
import { STILL, WHOLE } from '@/components/scan/pace';
import { useScan } from '@/components/scan/use-scan';
import type { Search } from '@/lib/search/search';
import { levelOf } from '@/lib/views/usage';

/**
 * The ENIs of the current level, without the filters: the ENIs that filters exclude still exist, and hold addresses. A
 * vSwitch is read when it is opened, the whole scope when the reader asks for it.
 */
export function useLevelScan(search: Search, wantsAll: boolean) {
  const level = levelOf(search);
  const { accounts, regions } = search;
  const scope = useMemo((): Search => ({ accounts, regions, terms: [] }), [accounts, regions]);
  const vSwitchId = level.level === 'vswitch' ? level.id : null;
  const inside = useMemo(
    (): Search =>
      vSwitchId === null
        ? scope
        : { ...scope, terms: [{ key: 'vswitch', negated: false, values: [vSwitchId] }] },
    [scope, vSwitchId],
  );
  const ofScope = useScan(scope, { asksFirst: wantsAll, pace: wantsAll ? WHOLE : STILL });
  // One vSwitch takes a call or two; it need not wait for the scope, nor be partial if reading the scope was stopped.
  const isInside = vSwitchId !== null && !ofScope.reading.complete;
  const ofVSwitch = useScan(inside, { asksFirst: isInside, pace: isInside ? WHOLE : STILL });
  return {
    scan: isInside ? ofVSwitch : ofScope,
    /** What the scan reads. */
    asked: isInside ? inside : scope,
    /** Reading was requested, possibly by opening a vSwitch. */
    isOn: isInside || wantsAll || ofScope.reading.complete,
    scopeReading: ofScope.reading,
  };
}
