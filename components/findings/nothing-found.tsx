'use client';

import { useTranslations } from 'next-intl';
import { Within } from '@/components/ui/within';
import type { Waived } from '@/lib/findings/waivers';
import type { PolicyControl } from './use-policy';
import { WaivedList } from './waived-list';

/** Shown instead of a rule if no rule has found anything; lists the waived findings. */
export function NothingFound({ waived, policy }: { waived: Waived['waived']; policy: PolicyControl }) {
  const t = useTranslations('findings');
  return (
    <section aria-label={t('nothingTitle')} className="min-h-0 min-w-0 overflow-y-auto bg-surface">
      <div className="px-6 py-4 max-[720px]:px-3">
        <h2 className="pb-1 font-semibold text-lg">{t('nothingTitle')}</h2>
        <p className="max-w-160 text-ink-2">
          {t('nothingText')} <Within />
        </p>
      </div>
      {waived.length > 0 && <WaivedList waived={waived} policy={policy} />}
    </section>
  );
}
