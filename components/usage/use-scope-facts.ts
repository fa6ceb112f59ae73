'use client';

import { useCallback, useMemo } from 'react';
import { useFound } from '@/components/findings/use-found';
import { usePolicy } from '@/components/findings/use-policy';
import { useSteps } from '@/components/scan/use-steps';
import type { Vpc, VSwitch } from '@/lib/eni/vswitch';
import { type FindingsInput, SEVERITIES, type Severity } from '@/lib/findings/finding';
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
const NO_FINDINGS: ReadonlyMap<string, Severity> = new Map();

/** Measures every vSwitch and runs the rules; null until every ENI of the scope has been read. */
export function useScopeFacts({ vSwitches, vpcs, reading, serverPolicy }: Options): ScopeFacts | null {
  const { policy } = usePolicy(serverPolicy);
  const { enis, complete, asOf } = reading;
  const begin = useCallback(() => scopeMeasures(vSwitches, enis), [vSwitches, enis]);
  const { value: measures } = useSteps(complete ? begin : null);
  const now = asOf === null ? 0 : Date.parse(asOf);
  const input = useMemo(
    (): FindingsInput | null => (complete ? { enis, vSwitches, vpcs, now, policy, earlier: NONE } : null),
    [complete, enis, vSwitches, vpcs, now, policy],
  );
  const { value: found } = useFound(input);
  const worst = useMemo(() => {
    if (found === null) return NO_FINDINGS;
    const severities = new Map<string, Severity>();
    for (const { subject, severity } of applyWaivers(found.findings, policy.waivers, now).open) {
      if (subject.kind !== 'vswitch') continue;
      const key = `${subject.region}/${subject.id}`;
      const known = severities.get(key);
      if (known === undefined || SEVERITIES.indexOf(severity) < SEVERITIES.indexOf(known))
        severities.set(key, severity);
    }
    return severities;
  }, [found, policy.waivers, now]);
  return useMemo(() => (measures === null ? null : { measures, worst }), [measures, worst]);
}
