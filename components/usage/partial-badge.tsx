'use client';

import { useTranslations } from 'next-intl';

/** Marks a picture of which a part has not been read. */
export function PartialBadge() {
  const t = useTranslations('usage');
  return (
    <span className="rounded-xs border border-warn-line bg-warn-wash px-1 font-normal text-2xs text-warn">
      {t('partialBadge')}
    </span>
  );
}
