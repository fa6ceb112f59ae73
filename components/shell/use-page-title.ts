'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';

/**
 * Names the page by what it shows, for tabs, the history and bookmarks; the address changes without a page from the
 * server.
 * @param subject what the view is of, null where it is of all
 */
export function usePageTitle(view: string, subject: string | null): void {
  const t = useTranslations('shell');
  useEffect(() => {
    document.title = t('titleWith', { what: subject === null ? view : `${subject} · ${view}` });
  }, [t, view, subject]);
}
