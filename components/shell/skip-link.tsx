'use client';

import { useTranslations } from 'next-intl';
import { focusRows } from '@/components/keys/focus-rows';

/** The first tab stop: leads to the page's list, or without one to its `main`, whose id is `list` on every page. */
export function SkipLink({ isOfList = true }: { isOfList?: boolean }) {
  const t = useTranslations('shell');
  return (
    // biome-ignore lint/a11y/useValidAnchor: it leads to `main` until the page is alive, and where there is no list
    <a
      href="#list"
      onClick={(event) => {
        if (focusRows()) event.preventDefault();
      }}
      className="sr-only z-50 rounded-sm bg-accent px-3 py-1.5 text-accent-ink focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
    >
      {t(isOfList ? 'skip' : 'skipToMain')}
    </a>
  );
}
