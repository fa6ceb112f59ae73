'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { useSizeWords } from '@/components/ui/use-size-words';
import type { Progress } from './download';

type ExportProgressProps = {
  progress: Progress;
  /** How many rows there will be, if known. */
  expected: number | null;
  onCancel: () => void;
};

/** The progress of an export: rows and bytes that arrived, beside the expected number. */
export function ExportProgress({ progress: { rows, bytes }, expected, onCancel }: ExportProgressProps) {
  const t = useTranslations('export');
  const mark = useTranslations('mark');
  const size = useSizeWords();
  // ENIs appear and vanish while they are read: with more rows than were counted there is no meaningful share.
  const share =
    rows !== null && expected !== null && expected >= rows && expected > 0 ? rows / expected : null;
  const counted =
    rows === null
      ? null
      : share === null
        ? t('rowsSoFar', { count: rows })
        : t('rowsOf', { count: rows, total: expected ?? 0 });
  return (
    <div>
      <p role="status" className="text-ink-2">
        {t('running')}
      </p>
      <div
        role="progressbar"
        aria-label={t('running')}
        aria-valuetext={[counted, size(bytes)].filter((part) => part !== null).join(mark('comma'))}
        {...(share !== null && { 'aria-valuenow': Math.floor(share * 100) })}
        className="mt-3 h-1 overflow-hidden rounded-sm bg-sunken"
      >
        <div
          className="h-full w-full origin-left bg-accent transition-transform duration-150 motion-reduce:transition-none"
          style={{ transform: `scaleX(${(share ?? 0).toFixed(4)})` }}
        />
      </div>
      <p className="mt-1.5 flex justify-between gap-4 text-ink-2 tabular-nums">
        <span>{counted}</span>
        <span>{size(bytes)}</span>
      </p>
      <div className="mt-3 flex justify-end">
        <Button autoFocus onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  );
}
