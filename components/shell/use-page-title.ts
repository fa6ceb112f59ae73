'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';

/**
 * Titles the page by its content, for tabs, the history and bookmarks; the address changes without a new page from the
 * server.
 * @param subject what the view is about; null if it is about everything
 */
export function usePageTitle(view: string, subject: string | null): void {
  const t = useTranslations('shell');
  useEffect(() => {
    document.title = t('titleWith', { what: subject === null ? view : `${subject} · ${view}` });
  }, [t, view, subject]);
}
