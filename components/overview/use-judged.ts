'use client';

import { useMemo, useState } from 'react';
import type { Scan } from '@/components/scan/use-scan';
import type { Eni } from '@/lib/eni/eni';
import type { VSwitch } from '@/lib/eni/vswitch';
import { judgedEnis, judgedVSwitches } from '@/lib/findings/judged';
import { countedPlaces, inPlaces, type OverviewPlace, type PlaceCounts } from '@/lib/overview/places';

/**
 * Up to this many ENIs are judged again with each new place. Larger numbers wait until twice as many have been read:
 * then all judging along the way costs no more than judging at the end.
 */
const FEW_ENIS = 5000;

type Judged = { generation: object | null; key: string; measured: string; enis: number; counts: PlaceCounts };

/**
 * The ENIs and vSwitches of places read to their end: the same lists until a further place makes judging again worth
 * it.
 * @param items all vSwitches; null if unknown
 */
export function useJudged(
  scan: Scan,
  items: readonly VSwitch[] | null,
  places: readonly OverviewPlace[],
  counts: PlaceCounts,
) {
  const { reading, generation, activity } = scan;
  const { complete, failures } = reading;
  const judgedPlaces = countedPlaces(places, 'judged');
  const now: Judged = {
    generation,
    key: [...judgedPlaces].sort().join('\n'),
    measured: [...countedPlaces(places, 'measured')].sort().join('\n'),
    enis: places.reduce((sum, { key, enis }) => sum + (judgedPlaces.has(key) ? enis : 0), 0),
    counts,
  };
  const [held, setHeld] = useState(now);
  const isOver = complete || activity === 'none';
  const isWorth =
    isOver || held.generation !== generation || now.enis <= FEW_ENIS || now.enis >= 2 * held.enis;
  const isHeld = held.generation === generation && held.key === now.key && held.measured === now.measured;
  if (isWorth && !isHeld) setHeld(now);
  const { key: judgedKey, measured: measuredKey, counts: judgedCounts } = isWorth ? now : held;
  // Rows of a complete place do not change while others are read.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the keys stand for the reading
  const enis = useMemo((): readonly Eni[] | null => {
    if (judgedKey === '') return null;
    return complete ? judgedEnis(reading) : inPlaces(reading.enis, new Set(judgedKey.split('\n')));
  }, [judgedKey, complete, generation]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the places
  const measured = useMemo(() => {
    if (items === null) return null;
    return complete ? judgedVSwitches(items, failures) : inPlaces(items, new Set(measuredKey.split('\n')));
  }, [items, measuredKey, complete, generation]);
  return { enis, vSwitches: measured, counts: judgedCounts };
}
