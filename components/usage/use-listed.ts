'use client';

import { useMemo } from 'react';
import type { Eni } from '@/lib/eni/eni';
import type { VSwitch } from '@/lib/eni/vswitch';
import { observedOf } from '@/lib/usage/observed';
import { vSwitchOfObserved } from '@/lib/usage/observed-vswitch';
import { distinctVSwitches, vSwitchKey } from '@/lib/usage/vswitches';
import { useImportedCidrs } from './observed/use-imported-cidrs';

/**
 * Every known vSwitch: those that the VPC API lists, and those known only from ENIs, with the CIDR that someone has
 * given for them.
 * @param enis all of the scope, or none while they have not been read
 */
export function useListed(items: readonly VSwitch[], enis: readonly Eni[]) {
  const { cidrs } = useImportedCidrs();
  return useMemo(() => {
    const listed = distinctVSwitches(items);
    const known = new Set(listed.map(vSwitchKey));
    const observed = observedOf(enis).filter((each) => !known.has(vSwitchKey(each)));
    return {
      vSwitches: [...listed, ...observed.map((each) => vSwitchOfObserved(each, cidrs.get(each.id) ?? null))],
      /** For vSwitches that are not listed: how many addresses are seen. */
      seen: new Map(observed.map((each) => [vSwitchKey(each), each.seen])),
    };
  }, [items, enis, cidrs]);
}
