'use client';

import { useCallback, useMemo } from 'react';
import { useCountTold } from '@/components/findings/use-count-told';
import { usePolicy } from '@/components/findings/use-policy';
import { useScopeFindings } from '@/components/findings/use-scope-findings';
import { useSteps } from '@/components/scan/use-steps';
import type { Vpc, VSwitch } from '@/lib/eni/vswitch';
import { worstByVSwitch } from '@/lib/findings/by-subject';
import type { Severity } from '@/lib/findings/finding';
import { judgedEnis, judgedVSwitches } from '@/lib/findings/judged';
import type { Policy } from '@/lib/findings/policy';
import { applyWaivers } from '@/lib/findings/waivers';
import type { Reading } from '@/lib/search/reading/merge';
import { placeStates } from '@/lib/search/reading/place-states';
import type { Search } from '@/lib/search/search';
import type { Measures } from '@/lib/usage/measure';
import { scopeMeasures } from '@/lib/usage/scope-measures';

/** The facts on every vSwitch once all ENIs of the scope have been read; by the vSwitch's key. */
export type ScopeFacts = {
  measures: ReadonlyMap<string, Measures>;
  /** The worst finding about the vSwitch itself that no waiver covers. */
  worst: ReadonlyMap<string, Severity>;
  /** From how many percent a vSwitch is called full. */
  fullPercent: number;
};

type Options = {
  scope: Pick<Search, 'accounts' | 'regions'>;
  /** All that are shown, including those known only from ENIs. */
  vSwitches: readonly VSwitch[];
  /** Those that rules judge; null if none is listed. */
  listed: readonly VSwitch[] | null;
  vpcs: readonly Vpc[];
  reading: Reading;
  serverPolicy: Policy;
};

const NONE: never[] = [];

/** Measures every vSwitch and runs the rules; null until every ENI of the scope has been read. */
export function useScopeFacts(options: Options): ScopeFacts | null {
  const { scope, vSwitches, listed, vpcs, reading, serverPolicy } = options;
  const { policy } = usePolicy(serverPolicy);
  const { complete, asOf, failures } = reading;
  const enis = judgedEnis(reading);
  const measured = judgedVSwitches(vSwitches, failures);
  const begin = useCallback(() => scopeMeasures(measured, enis), [measured, enis]);
  const { value: measures } = useSteps(complete ? begin : null);
  const now = asOf === null ? null : Date.parse(asOf);
  const { found, isCurrent } = useScopeFindings({
    scope,
    enis: complete ? enis : null,
    vSwitches: listed === null ? null : judgedVSwitches(listed, failures),
    vpcs,
    asOf,
    complete,
    policy,
  });
  const places = placeStates(reading);
  useCountTold({
    scope,
    findings: isCurrent && found !== null ? found.findings : null,
    waivers: policy.waivers,
    now,
    places: places.filter(({ is }) => is === 'complete').length,
    ofPlaces: places.length,
  });
  const worst = useMemo(
    () =>
      worstByVSwitch(
        found === null || now === null ? NONE : applyWaivers(found.findings, policy.waivers, now).open,
      ),
    [found, policy.waivers, now],
  );
  const { vSwitchHighPercent } = policy.thresholds;
  return useMemo(
    () => (measures === null ? null : { measures, worst, fullPercent: vSwitchHighPercent }),
    [measures, worst, vSwitchHighPercent],
  );
}
