'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { routes } from '@/lib/queries/routes';
import type { Search } from '@/lib/search/search';
import { DEFAULT_VIEW } from '@/lib/search/view';
import { DEFAULT_FINDINGS_VIEW } from '@/lib/views/findings';
import { DEFAULT_USAGE_VIEW } from '@/lib/views/usage';

/** The views that the top bar leads to; `label` is a message of `shell`. */
const VIEWS = [
  {
    id: 'enis',
    hrefOf: (scope: Scope) => routes.explorer({ search: { ...scope, terms: [] }, view: DEFAULT_VIEW }),
  },
  {
    id: 'usage',
    hrefOf: (scope: Scope) => routes.usage({ search: { ...scope, terms: [] }, view: DEFAULT_USAGE_VIEW }),
  },
  {
    id: 'findings',
    hrefOf: (scope: Scope) =>
      routes.findings({ search: { ...scope, terms: [] }, view: DEFAULT_FINDINGS_VIEW }),
  },
] as const;

type Scope = Pick<Search, 'accounts' | 'regions'>;

export type ViewId = (typeof VIEWS)[number]['id'];

/** Leads from one view to the other, in the same accounts and regions. */
export function ViewLinks({ current, scope }: { current: ViewId; scope: Scope }) {
  const t = useTranslations('shell');
  return VIEWS.map(({ id, hrefOf }) => (
    <Link
      key={id}
      href={hrefOf({ accounts: scope.accounts, regions: scope.regions })}
      prefetch={false}
      aria-current={id === current ? 'page' : undefined}
      className="flex items-center whitespace-nowrap px-3 text-ink-2 hover:text-ink aria-[current=page]:font-medium aria-[current=page]:text-ink aria-[current=page]:shadow-[inset_0_-2px_0_var(--color-accent)] max-[720px]:h-8 max-[720px]:px-2"
    >
      {t(id)}
    </Link>
  ));
}
