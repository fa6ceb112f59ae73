'use client';

import { useMemo } from 'react';
import { useFound } from '@/components/findings/use-found';
import { usePolicy } from '@/components/findings/use-policy';
import type { Eni } from '@/lib/eni/eni';
import type { VSwitch } from '@/lib/eni/vswitch';
import { rulesByEni } from '@/lib/findings/by-subject';
import type { FindingsInput } from '@/lib/findings/finding';
import type { Policy } from '@/lib/findings/policy';
import { applyWaivers } from '@/lib/findings/waivers';

type Options = {
  vSwitch: VSwitch;
  enis: readonly Eni[];
  /** Everything requested has been read. */
  isRead: boolean;
  /** ms since the epoch; when it was read, null if nothing was. */
  now: number | null;
  serverPolicy: Policy;
};

const NONE: never[] = [];

/**
 * The rules' findings on single ENIs of a vSwitch, by the ENI's id, the worst first: those high or medium and not
 * waived. Rules that compare vSwitches or VPCs need the whole scope; they are on the findings page.
 */
export function useEniRules({ vSwitch, enis, isRead, now, serverPolicy }: Options) {
  const { policy } = usePolicy(serverPolicy);
  const input = useMemo((): FindingsInput | null => {
    if (!isRead || now === null) return null;
    const own = enis.filter(({ vSwitchId, region }) => vSwitchId === vSwitch.id && region === vSwitch.region);
    return { enis: own, vSwitches: [vSwitch], vpcs: NONE, now, policy, earlier: NONE };
  }, [isRead, enis, vSwitch, now, policy]);
  const { value: found } = useFound(input);
  return useMemo(
    () =>
      rulesByEni(
        found === null || now === null ? NONE : applyWaivers(found.findings, policy.waivers, now).open,
      ),
    [found, policy.waivers, now],
  );
}
