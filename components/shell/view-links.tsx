'use client';

import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import type { Search } from '@/lib/search/search';
import { useViewBadges, type ViewBadge } from './use-view-badges';
import { VIEW_IDS, type ViewId, viewBy, viewHref } from './view-hrefs';

type ViewLinksProps = {
  /** Null on a page that is none of the views. */
  current: ViewId | null;
  scope: Pick<Search, 'accounts' | 'regions'>;
  /** In the bar; at the foot of a narrow screen; or as lines of a menu, which has the views that are nowhere else. */
  look: 'bar' | 'foot' | 'menu';
};

/** The look of a link to a view. */
export const VIEW_LINK = {
  bar: 'items-center gap-1.5 whitespace-nowrap px-3 aria-[current=page]:font-medium aria-[current=page]:text-ink aria-[current=page]:shadow-[inset_0_-2px_0_var(--color-accent)] max-[1180px]:px-2',
  foot: 'min-w-0 flex-1 flex-col items-center justify-center gap-px text-2xs aria-[current=page]:text-accent aria-[current=page]:shadow-[inset_0_2px_0_var(--color-accent)]',
  menu: 'min-h-9 items-center gap-2 rounded-sm px-2 hover:bg-hover aria-[current=page]:font-medium aria-[current=page]:text-ink',
};

function isShown(
  id: ViewId,
  { current, look }: Pick<ViewLinksProps, 'current' | 'look'>,
  badge: ViewBadge | undefined,
): boolean {
  const { inBar } = viewBy(id);
  if (look === 'foot') return inBar === 'always';
  if (look === 'menu') return inBar !== 'always';
  return (
    inBar === 'always' || id === current || (inBar === 'counted' && badge !== undefined && badge.count > 0)
  );
}

/** Links from one view to the others, in the same accounts and regions. */
export function ViewLinks({ current, scope, look }: ViewLinksProps) {
  const t = useTranslations('shell');
  const { number } = useFormatter();
  const badges = useViewBadges(scope);
  return VIEW_IDS.filter((id) => isShown(id, { current, look }, badges[id])).map((id) => {
    const badge = badges[id];
    return (
      <Link
        key={id}
        href={viewHref(id, scope)}
        prefetch={false}
        aria-current={id === current ? 'page' : undefined}
        title={badge?.said}
        className={`flex text-ink-2 hover:text-ink ${VIEW_LINK[look]}`}
      >
        {look !== 'bar' && <Icon name={viewBy(id).icon} />}
        <span className="max-w-full truncate">
          {t(id)}
          {badge && (
            <>
              {' '}
              <span
                aria-hidden="true"
                className={
                  look === 'foot'
                    ? 'font-medium'
                    : 'rounded-full bg-sunken px-1.5 py-0.5 font-normal text-2xs text-ink-2'
                }
              >
                {number(badge.count)}
              </span>
              <span className="sr-only">{badge.said}</span>
            </>
          )}
        </span>
      </Link>
    );
  });
}
