'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { StopStrip } from '@/components/scan/stop-strip';
import { StatusLine } from '@/components/status-line/status-line';
import { Button } from '@/components/ui/button';
import { ClockTime } from '@/components/ui/clock-time';
import { countQuery } from '@/lib/queries/enis';
import type { useLevelScan } from './use-level-scan';

type ScanStatusProps = {
  /** When the vSwitches were read; null if they cannot be. */
  asOf: string | null;
  count: number;
  level: ReturnType<typeof useLevelScan>;
  onWantAll: () => void;
};

/** How much has been read, of vSwitches and of ENIs, and the controls of reading. */
export function ScanStatus({ asOf, count, level, onWantAll }: ScanStatusProps) {
  const t = useTranslations('usage');
  const { scan, asked, isOn } = level;
  const isReading = isOn && scan.reading.asOf !== null && !scan.reading.complete;
  // The vSwitches stay if no ENI can be read.
  const stop = scan.stop ?? (scan.problem && { problem: scan.problem, isByItself: false });
  const total = useQuery({ ...countQuery(asked), enabled: isReading });
  const definition = asOf !== null && (
    <span className="text-ink-3 text-xs max-[1180px]:w-full" title={t('definition')}>
      {t('definition')}
    </span>
  );
  if (!isOn)
    return (
      <section
        aria-label={t('status')}
        className="flex min-h-9 flex-wrap items-center gap-x-2 border-line border-b bg-surface px-4 py-1 text-ink-2 max-[720px]:px-3"
      >
        <b className="font-semibold text-ink">{t('count', { count })}</b>
        {asOf !== null && (
          <>
            <span aria-hidden="true">·</span>
            <span>{t.rich('asOf', { time: () => <ClockTime moment={asOf} /> })}</span>
          </>
        )}
        <Button size="small" onClick={onWantAll} title={t('readAllHint')}>
          {t('readAll')}
        </Button>
        <span className="ml-auto max-[1180px]:ml-0 max-[1180px]:w-full">{definition}</span>
      </section>
    );
  return (
    <>
      {stop && <StopStrip {...stop} onRetry={scan.retry} onCancel={scan.cancel} />}
      <StatusLine
        reading={scan.reading}
        count={total.data ?? null}
        activity={scan.activity}
        sorted={false}
        onLoadAll={scan.loadAll}
        onCancel={scan.cancel}
      >
        <span className="whitespace-nowrap pr-2 text-ink-2 text-xs">{t('count', { count })}</span>
        {definition}
      </StatusLine>
    </>
  );
}
