'use client';

import { useEffect, useSyncExternalStore } from 'react';
import { readCookies, setCookie } from '@/components/ui/cookies';
import { personal } from '@/components/ui/person-key';
import { DEFAULT_VIEW_COOKIE, toDefaultCookie } from '@/lib/views/default-view';
import { useKeptViews } from './kept-views';

const never = () => () => {};

function hasCookie(value: string): boolean {
  return readCookies()
    .split('; ')
    .includes(`${personal(DEFAULT_VIEW_COOKIE)}=${value}`);
}

/** Why a view cannot be the explorer's default; null if it can. */
export function whyNoDefault(query: string): 'tooLong' | 'noCookies' | null {
  if (toDefaultCookie(query) === null) return 'tooLong';
  return navigator.cookieEnabled ? null : 'noCookies';
}

/** Tells the server the explorer's default: the default among the saved views, whichever tab chose it. */
export function useDefaultCookie(): void {
  const { saved, unread } = useKeptViews();
  const isHydrated = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const query = saved.views.find(({ isDefault }) => isDefault)?.query ?? '';
  // While the views cannot be read the default is unknown, so the previous answer stays.
  const isKnown = isHydrated && unread === null;
  useEffect(() => {
    const value = toDefaultCookie(query) ?? '';
    if (
      !isKnown ||
      (value === '' ? !readCookies().includes(`${personal(DEFAULT_VIEW_COOKIE)}=`) : hasCookie(value))
    )
      return;
    setCookie(personal(DEFAULT_VIEW_COOKIE), value);
  }, [query, isKnown]);
}
