'use client';

import { useCallback, useMemo } from 'react';
import { useFound } from '@/components/findings/use-found';
import { usePolicy } from '@/components/findings/use-policy';
import { useSteps } from '@/components/scan/use-steps';
import type { Vpc, VSwitch } from '@/lib/eni/vswitch';
import { worstByVSwitch } from '@/lib/findings/by-subject';
import type { FindingsInput, Severity } from '@/lib/findings/finding';
import type { Policy } from '@/lib/findings/policy';
import { applyWaivers } from '@/lib/findings/waivers';
import { isPlaceRead } from '@/lib/search/coverage';
import type { Reading } from '@/lib/search/merge';
import type { Measures } from '@/lib/usage/measure';
import { scopeMeasures } from '@/lib/usage/scope-measures';

/** What is known of every vSwitch once all ENIs of the scope have been read; by the vSwitch's key. */
export type ScopeFacts = {
  measures: ReadonlyMap<string, Measures>;
  /** The worst finding about the vSwitch itself that no waiver covers. */
  worst: ReadonlyMap<string, Severity>;
};

type Options = {
  vSwitches: readonly VSwitch[];
  vpcs: readonly Vpc[];
  reading: Reading;
  serverPolicy: Policy;
};

const NONE: never[] = [];

/** Measures every vSwitch and runs the rules; null until every ENI of the scope has been read. */
export function useScopeFacts({ vSwitches, vpcs, reading, serverPolicy }: Options): ScopeFacts | null {
  const { policy } = usePolicy(serverPolicy);
  const { enis, complete, asOf } = reading;
  // Of a place that failed nothing is known: its vSwitches would look empty.
  const read = useMemo(
    () => vSwitches.filter((vSwitch) => isPlaceRead(reading, vSwitch)),
    [vSwitches, reading],
  );
  const begin = useCallback(() => scopeMeasures(read, enis), [read, enis]);
  const { value: measures } = useSteps(complete ? begin : null);
  const now = asOf === null ? 0 : Date.parse(asOf);
  const input = useMemo(
    (): FindingsInput | null =>
      complete ? { enis, vSwitches: read, vpcs, now, policy, earlier: NONE } : null,
    [complete, enis, read, vpcs, now, policy],
  );
  const { value: found } = useFound(input);
  const worst = useMemo(
    () => worstByVSwitch(applyWaivers(found?.findings ?? NONE, policy.waivers, now).open),
    [found, policy.waivers, now],
  );
  return useMemo(() => (measures === null ? null : { measures, worst }), [measures, worst]);
}
