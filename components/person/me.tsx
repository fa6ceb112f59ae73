'use client';

import { createContext, type ReactNode, useContext } from 'react';
import type { Me } from '@/lib/eni/me';

const MeContext = createContext<Me | null>(null);

export function MeProvider({ me, children }: { me: Me | null; children: ReactNode }) {
  return <MeContext.Provider value={me}>{children}</MeContext.Provider>;
}

/** The person who has signed in; null without sign-in. */
export const useMe = (): Me | null => useContext(MeContext);
