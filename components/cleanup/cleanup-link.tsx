'use client';

import { useTranslations } from 'next-intl';
import { useCommand } from '@/components/keys/use-command';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { useCopied } from '@/components/ui/use-copied';
import type { PutAside } from '@/lib/cleanup/basket';
import { routes } from '@/lib/queries/routes';
import type { Search } from '@/lib/search/search';
import { DEFAULT_CLEANUP_VIEW } from '@/lib/views/cleanup';

/** Copies a link that names what is put aside: whoever opens it is offered the same ENIs. */
export function CleanupLink({ search, items }: { search: Search; items: readonly PutAside[] }) {
  const t = useTranslations('filterBar');
  const { outcome, copy } = useCopied();
  const link = () => {
    const view = { ...DEFAULT_CLEANUP_VIEW, offered: items.map(({ id }) => id) };
    return new URL(routes.cleanup({ search, view }), window.location.href).href;
  };
  useCommand('copyLink', () => void copy(link()));
  const said = { none: '', copied: t('linkCopied'), failed: t('linkNotCopied') }[outcome];
  return (
    <>
      <Button
        aria-label={t('copyLink')}
        title={said || t('copyLink')}
        onClick={() => void copy(link())}
        className="h-8.5 max-[720px]:h-9 max-[720px]:w-9 max-[720px]:justify-center max-[720px]:px-0"
      >
        <Icon name={outcome === 'copied' ? 'check' : 'link'} />
        <span className="max-[720px]:hidden">{t('copyLink')}</span>
      </Button>
      <span role="status" className="sr-only">
        {said}
      </span>
    </>
  );
}
