'use client';

import { useQuery } from '@tanstack/react-query';
import type { Place } from '@/lib/eni/page';
import type { Problem } from '@/lib/eni/problem';
import type { Vpc, VSwitch } from '@/lib/eni/vswitch';
import { problemOf } from '@/lib/queries/problem-of';
import { vSwitchesQuery } from '@/lib/queries/vswitches';

/** The known facts on a vSwitch and its VPC, besides their ids. */
export type PlaceFacts = {
  isReading: boolean;
  problem: Problem | null;
  vSwitchOf: (id: string) => VSwitch | null;
  vpcOf: (id: string) => Vpc | null;
};

/** The vSwitches and VPCs of one place: a few calls, for the card that names one of them. */
export function usePlaceFacts({ account, region }: Place): PlaceFacts {
  const query = useQuery(vSwitchesQuery({ accounts: [account], regions: [region] }));
  const { items = [], vpcs = [], failures = [] } = query.data ?? {};
  return {
    isReading: query.isFetching,
    problem: problemOf(query.error) ?? failures[0]?.problem ?? null,
    vSwitchOf: (id) => items.find((each) => each.id === id) ?? null,
    vpcOf: (id) => vpcs.find((each) => each.id === id) ?? null,
  };
}
