'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';

/** How many are spelled out before the reader asks for the rest. */
const SPELLED = 12;

/** The items without a holder, by name. */
export function MissingItems({ missing }: { missing: readonly string[] }) {
  const t = useTranslations('whoHas');
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? missing : missing.slice(0, SPELLED);
  return (
    <div className="flex max-h-28 flex-wrap items-baseline gap-x-3 gap-y-0.5 overflow-auto pt-1 pl-6">
      <span className="text-ink-3 text-xs">{t('notFound')}</span>
      <ul aria-label={t('notFound')} className="contents">
        {shown.map((value) => (
          <li key={value} className="font-mono text-ink text-xs">
            {value}
          </li>
        ))}
      </ul>
      {!isWhole && missing.length > SPELLED && (
        <Button look="quiet" size="small" onClick={() => setWhole(true)}>
          {t('allMissing', { count: missing.length - SPELLED })}
        </Button>
      )}
    </div>
  );
}
