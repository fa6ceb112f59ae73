'use client';

import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { ProfileOf } from '@/lib/export/cli-call';

/** The dashboard's accounts, each with the aliyun CLI profile that acts as it; null for an account without one. */
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
