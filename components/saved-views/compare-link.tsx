'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { routes } from '@/lib/queries/routes';
import type { Search } from '@/lib/search/search';
import { DEFAULT_COMPARE_VIEW } from '@/lib/views/compare';

/** Links to a comparison of the current view with another place or an export. */
export function CompareLink({ search }: { search: Search }) {
  const t = useTranslations('savedViews');
  return (
    <Link
      href={routes.compare({ search, view: DEFAULT_COMPARE_VIEW })}
      prefetch={false}
      className="flex min-h-8 items-center gap-2 border-line border-t px-3.5 hover:bg-hover focus-visible:-outline-offset-2"
    >
      <span className="text-ink-3">
        <Icon name="swap" size={14} />
      </span>
      {t('compare')}
    </Link>
  );
}
