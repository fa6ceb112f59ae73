'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { StatePanel } from '@/components/states/state-panel';
import { buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { BasketPlace } from '@/lib/cleanup/basket';
import type { Place } from '@/lib/eni/page';
import { routes } from '@/lib/queries/routes';
import type { Search } from '@/lib/search/search';
import { DEFAULT_VIEW } from '@/lib/search/view';
import { DEFAULT_FINDINGS_VIEW } from '@/lib/views/findings';
import { PlaceLinks } from './place-links';

type NothingAsideProps = { place: Place | null; others: readonly BasketPlace[]; search: Search };

/** Nothing is put aside here: how to do that, and which other places have something. */
export function NothingAside({ place, others, search }: NothingAsideProps) {
  const t = useTranslations('cleanup');
  const idle = { key: 'status' as const, negated: false, values: ['Available'] };
  const title =
    place === null
      ? t('nothing.titleScope')
      : t('nothing.title', { account: place.account, region: place.region });
  return (
    <StatePanel title={title} mark={<Icon name="tray" />}>
      {others.length > 0 && (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {t('nothing.elsewhere')} <PlaceLinks places={others} />
        </p>
      )}
      <p>{t('nothing.what')}</p>
      <ul className="grid list-disc gap-1 pl-5">
        <li>{t('nothing.fromFindings')}</li>
        <li>{t('nothing.fromRows')}</li>
        <li>{t('nothing.byField')}</li>
      </ul>
      <p className="flex flex-wrap gap-2">
        <Link
          href={routes.findings({ search, view: { ...DEFAULT_FINDINGS_VIEW, rule: 'idle-eni' } })}
          prefetch={false}
          className={buttonClass({ look: 'main' })}
        >
          {t('nothing.toFindings')}
        </Link>
        <Link
          href={routes.explorer({ search: { ...search, terms: [idle] }, view: DEFAULT_VIEW })}
          prefetch={false}
          className={buttonClass({})}
        >
          {t('nothing.toEnis')}
        </Link>
      </p>
    </StatePanel>
  );
}
