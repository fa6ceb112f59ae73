'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { questionOf } from '@/lib/answer/question';
import { routes } from '@/lib/queries/routes';
import type { Search } from '@/lib/search/search';
import { DEFAULT_VIEW } from '@/lib/search/view';

/**
 * On a page that filters only its own scope: a link to the answer from every account and region. Renders nothing if the
 * search names no single item, or filters by something else as well.
 */
export function AskEverywhere({ search }: { search: Search }) {
  const t = useTranslations('filterBar');
  if (questionOf(search, []) === null) return null;
  return (
    <Link
      href={routes.explorer({ search, view: DEFAULT_VIEW })}
      prefetch={false}
      title={t('askEverywhereHelp')}
      aria-label={t('askEverywhere')}
      className={`${buttonClass({})} h-8.5 max-[720px]:h-9 max-[720px]:w-9 max-[720px]:justify-center max-[720px]:px-0`}
    >
      <Icon name="region" />
      <span className="max-[720px]:hidden">{t('askEverywhere')}</span>
    </Link>
  );
}
