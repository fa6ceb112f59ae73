'use client';

import { useMemo } from 'react';
import type { Eni } from '@/lib/eni/eni';
import type { Vpc, VSwitch } from '@/lib/eni/vswitch';
import type { FindingsInput } from '@/lib/findings/finding';
import { knownInput } from '@/lib/findings/known-input';
import type { Policy } from '@/lib/findings/policy';
import { toEniQueryString } from '@/lib/search/params';
import type { Search } from '@/lib/search/search';
import { useFound } from './use-found';
import { useLooks } from './use-looks';

type Judged = {
  scope: Pick<Search, 'accounts' | 'regions'>;
  /** The ENIs to judge; null while there are none to judge yet. */
  enis: readonly Eni[] | null;
  /** Null if they cannot be read. */
  vSwitches: readonly VSwitch[] | null;
  vpcs: readonly Vpc[];
  asOf: string | null;
  /** The ENIs include all of the scope. */
  complete: boolean;
  policy: Policy;
};

const NONE: readonly Eni[] = [];

/** The findings of the rules in a scope, shared by all views: the same input for the same readings. */
export function useScopeFindings({ scope, enis, vSwitches, vpcs, asOf, complete, policy }: Judged) {
  const isJudged = enis !== null && asOf !== null;
  const key = toEniQueryString({ ...scope, terms: [] });
  const earlier = useLooks(key, enis ?? NONE, isJudged ? asOf : null, isJudged && complete);
  const input = useMemo(
    (): FindingsInput | null =>
      enis === null || asOf === null
        ? null
        : knownInput({ enis, vSwitches, vpcs, now: Date.parse(asOf), policy, earlier }),
    [enis, vSwitches, vpcs, asOf, policy, earlier],
  );
  const { value: found, isCurrent } = useFound(input);
  return { input, found, isCurrent };
}
