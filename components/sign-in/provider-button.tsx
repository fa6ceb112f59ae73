'use client';

import { useTranslations } from 'next-intl';
import { BIG } from './door';
import { KeptLink, useKeptLink } from './kept-link';

/** Links to the identity provider. A plain link: prefetching it would begin sign-ins. */
export function ProviderButton({ provider, returnTo }: { provider: string; returnTo: string }) {
  const t = useTranslations('signIn');
  const link = useKeptLink(returnTo);
  return (
    <>
      <a className={BIG} href={`/auth/login?returnTo=${encodeURIComponent(link.returnTo)}`}>
        {t('continue', { provider })}
      </a>
      <KeptLink shown={link.shown} />
    </>
  );
}
