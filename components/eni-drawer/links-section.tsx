'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { Eni } from '@/lib/eni/eni';
import { DrawerSection } from './drawer-section';
import { IdValue } from './id-value';
import { groupSizes, relatedTo, termOf } from './related';
import { SearchLink } from './search-link';

type LinksProps = { eni: Eni; loaded: readonly Eni[] };

/** The security groups, with how many loaded ENIs each has. */
export function GroupsSection({ eni, loaded }: LinksProps) {
  const t = useTranslations('drawer');
  const sizes = useMemo(() => groupSizes(eni.securityGroupIds, loaded), [eni, loaded]);
  return (
    <DrawerSection
      title={t('groups')}
      note={sizes.size > 0 ? sizes.size : t('none')}
      end={sizes.size > 0 && t('countsItself')}
    >
      <ul>
        {[...sizes].map(([group, count]) => (
          <li key={group} className="group/line flex min-h-6 min-w-0 items-center gap-1.5">
            <IdValue id={group} term={termOf('sg', group)} />
            <span className="ml-auto whitespace-nowrap text-ink-3">
              {t('loadedEnis', { count, loaded: loaded.length })}
            </span>
          </li>
        ))}
      </ul>
    </DrawerSection>
  );
}

/** Links from here. Like those above, the counts are of loaded ENIs, which the filters of the search have reduced. */
export function RelatedSection({ eni, loaded }: LinksProps) {
  const t = useTranslations('drawer');
  const related = useMemo(() => relatedTo(eni, loaded), [eni, loaded]);
  if (related.length === 0) return null;
  return (
    <DrawerSection title={t('related')} end={t('countsItself')}>
      <ul>
        {related.map(({ kind, term, count }) => (
          <li key={kind} className="flex min-h-6 items-center gap-2">
            <SearchLink term={term}>{t(kind)}</SearchLink>
            <span className="ml-auto text-ink-3">{t('loadedEnis', { count, loaded: loaded.length })}</span>
          </li>
        ))}
      </ul>
    </DrawerSection>
  );
}
