'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { BasketPlace } from '@/lib/cleanup/basket';
import { placeKey } from '@/lib/eni/place';
import { routes } from '@/lib/queries/routes';
import { DEFAULT_CLEANUP_VIEW } from '@/lib/views/cleanup';

/** The places that have something put aside, each as a link to its script. */
export function PlaceLinks({ places }: { places: readonly BasketPlace[] }) {
  const t = useTranslations('cleanup');
  return places.map(({ account, region, items }) => (
    <Link
      key={placeKey({ account, region })}
      href={routes.cleanup({
        search: { accounts: [account], regions: [region], terms: [] },
        view: DEFAULT_CLEANUP_VIEW,
      })}
      prefetch={false}
      className="whitespace-nowrap text-accent underline-offset-2 hover:underline"
    >
      {t('place', { account, region, count: items.length })}
    </Link>
  ));
}
