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
  const begin = useCallback(() => scopeMeasures(vSwitches, enis), [vSwitches, enis]);
  const { value: measures } = useSteps(complete ? begin : null);
  const now = asOf === null ? null : Date.parse(asOf);
  const input = useMemo(
    (): FindingsInput | null =>
      complete && now !== null ? { enis, vSwitches, vpcs, now, policy, earlier: NONE } : null,
    [complete, enis, vSwitches, vpcs, now, policy],
  );
  const { value: found } = useFound(input);
  const worst = useMemo(
    () =>
      worstByVSwitch(
        found === null || now === null ? NONE : applyWaivers(found.findings, policy.waivers, now).open,
      ),
    [found, policy.waivers, now],
  );
  return useMemo(() => (measures === null ? null : { measures, worst }), [measures, worst]);
}
