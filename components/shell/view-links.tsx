'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { Search } from '@/lib/search/search';
import { VIEW_IDS, type ViewId, viewHref } from './view-hrefs';

type Scope = Pick<Search, 'accounts' | 'regions'>;

/** Leads from one view to the other, in the same accounts and regions. */
export function ViewLinks({ current, scope }: { current: ViewId; scope: Scope }) {
  const t = useTranslations('shell');
  return VIEW_IDS.map((id) => (
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
