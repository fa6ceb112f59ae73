'use client';

import { useTranslations } from 'next-intl';
import type { Renewal } from '@/components/scan/use-refresh';
import { Button } from '@/components/ui/button';
import { useCountdown } from '@/components/ui/use-countdown';

type RenewalStripProps = { renewal: Renewal; onCancel: () => void };

/** The progress of a reread that takes more than one page: the previous rows stay until it ends. */
export function RenewalStrip({ renewal, onCancel }: RenewalStripProps) {
  const t = useTranslations('freshness');
  const { rows, of, waitsUntil } = renewal;
  const left = useCountdown(waitsUntil === null ? 0 : (waitsUntil - Date.now()) / 1000, waitsUntil);
  return (
    <section
      aria-label={t('renewing')}
      className="arrives flex min-h-8 shrink-0 flex-wrap items-center gap-x-2 border-line border-b bg-canvas px-4 py-0.5 text-ink-2 max-[720px]:px-3"
    >
      <span>{t('renewed', { rows, of: Math.max(of, rows) })}</span>
      {waitsUntil !== null && <span className="text-warn">{t('waits', { seconds: left })}</span>}
      <Button size="small" onClick={onCancel} className="ml-auto">
        {t('cancel')}
      </Button>
    </section>
  );
}
