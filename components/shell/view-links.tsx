'use client';

import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { useKeptBasket } from '@/components/basket/kept-basket';
import { Icon } from '@/components/ui/icon';
import { countOf } from '@/lib/cleanup/basket';
import type { Search } from '@/lib/search/search';
import { VIEW_IDS, type ViewId, viewHref } from './view-hrefs';

type Scope = Pick<Search, 'accounts' | 'regions'>;

/** How many ENIs are put aside, beside the name of the view of them. */
function PutAsideCount({ count }: { count: number }) {
  const { number } = useFormatter();
  if (count === 0) return null;
  return (
    <span className="rounded-full border border-line bg-sunken px-1.5 text-2xs text-ink-2 tabular-nums leading-4">
      {number(count)}
    </span>
  );
}

/** Leads from one view to the other, in the same accounts and regions. Clean-up is there while something is put aside. */
export function ViewLinks({ current, scope }: { current: ViewId; scope: Scope }) {
  const t = useTranslations('shell');
  const aside = countOf(useKeptBasket().basket);
  const shown = VIEW_IDS.filter((id) => id !== 'cleanup' || current === 'cleanup' || aside > 0);
  return shown.map((id) => (
    <Link
      key={id}
      href={viewHref(id, scope)}
      prefetch={false}
      aria-current={id === current ? 'page' : undefined}
      className="flex items-center gap-1.5 whitespace-nowrap px-3 text-ink-2 hover:text-ink aria-[current=page]:font-medium aria-[current=page]:text-ink aria-[current=page]:shadow-[inset_0_-2px_0_var(--color-accent)] max-[720px]:h-8 max-[720px]:px-2"
    >
      {id === 'cleanup' && <Icon name="tray" />}
      {t(id)}
      {id === 'cleanup' && <PutAsideCount count={aside} />}
    </Link>
  ));
}
