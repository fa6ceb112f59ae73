'use client';

import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { ProfileOf } from '@/lib/export/cli-call';

/** The accounts of the dashboard, and the profile of the aliyun CLI that acts as each; null for one that has none. */
export type CliProfiles = readonly (readonly [account: string, profile: string | null])[];

const Profiles = createContext<CliProfiles>([]);

export function CliProfilesHost({ profiles, children }: { profiles: CliProfiles; children: ReactNode }) {
  return <Profiles value={profiles}>{children}</Profiles>;
}

/** The profile that commands for an account name. */
export function useProfileOf(): ProfileOf {
  const profiles = useContext(Profiles);
  return useMemo(() => {
    const byAccount = new Map(profiles);
    return (account) => byAccount.get(account) ?? null;
  }, [profiles]);
}
