'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { Search } from '@/lib/search/search';
import { type ViewId, viewHref } from './view-hrefs';

type Scope = Pick<Search, 'accounts' | 'regions'>;

type ViewLinksProps = { views: readonly ViewId[]; current: ViewId; scope: Scope };

/** Leads from one view to the other, in the same accounts and regions. */
export function ViewLinks({ views, current, scope }: ViewLinksProps) {
  const t = useTranslations('shell');
  return views.map((id) => (
    <Link
      key={id}
      href={viewHref(id, scope)}
      prefetch={false}
      aria-current={id === current ? 'page' : undefined}
      className="flex items-center whitespace-nowrap px-3 text-ink-2 hover:text-ink aria-[current=page]:font-medium aria-[current=page]:text-ink aria-[current=page]:shadow-[inset_0_-2px_0_var(--color-accent)] max-[720px]:h-8 max-[720px]:px-2"
    >
      {t(id)}
    </Link>
  ));
}
