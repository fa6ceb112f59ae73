'use client';

import { useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { KEPT_LINK, longLink } from './long-link';

const never = () => () => {};

/** The link to continue to after sign-in, as the browser has it: it stores a link that is too long to send along. */
export function useKeptLink(returnTo: string): { shown: string; returnTo: string } {
  const long = useSyncExternalStore(never, longLink, () => null);
  return long === null ? { shown: returnTo, returnTo } : { shown: long, returnTo: KEPT_LINK };
}

export function KeptLink({ shown }: { shown: string }) {
  const t = useTranslations('signIn');
  if (shown === '/') return null;
  return (
    <p className="mt-5 border-line-strong border-t pt-3.5 text-ink-2 text-xs leading-4.5">
      {t('goesOn')}
      <span className="mt-0.5 line-clamp-4 block font-mono text-ink wrap-anywhere">{shown}</span>
    </p>
  );
}
