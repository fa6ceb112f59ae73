'use client';

import { useTranslations } from 'next-intl';
import type { Eni } from '@/lib/eni/eni';
import { ownerOf } from '@/lib/eni/owner';

/** Who holds the ENI; a guess from a name alone says that it is one. */
export function OwnerCell({ eni }: { eni: Eni }) {
  const t = useTranslations();
  const { kind, strength } = ownerOf(eni);
  return (
    <span className={`truncate ${kind === 'unknown' ? 'text-ink-3' : 'text-ink-2'}`}>
      {t(`owner.${kind}`)}
      {strength === 'weak' && <span className="text-ink-3"> {t('table.ownerWeak')}</span>}
    </span>
  );
}
