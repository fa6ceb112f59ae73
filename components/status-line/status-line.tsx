'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Hint } from '@/components/hints/hint';
import { Button } from '@/components/ui/button';
import { ClockTime } from '@/components/ui/clock-time';
import { Icon } from '@/components/ui/icon';
import { Within } from '@/components/ui/within';
import type { EnisCount } from '@/lib/eni/page';
import type { Reading } from '@/lib/search/reading/merge';
import { Announcement } from './announcement';
import { Calls } from './calls';
import { Dot } from './dot';
import { LoadingAll } from './loading-all';
import { Meter } from './meter';
import { afterReading, headline, isLoadingAll, progress, type ReadingActivity, toRead } from './wording';

export type StatusLineProps = {
  reading: Reading;
  /** Null if unknown or failed. */
  count: EnisCount | null;
  activity: ReadingActivity;
  /** Rows are sorted by a column. */
  sorted: boolean;
  onLoadAll: () => void;
  onCancel: () => void;
  /** Columns, density: at the right end. */
  children?: ReactNode;
};

/** What has been read, of what, as of when, by how many calls; which filters ran after reading; no unknown facts. */
export function StatusLine({
  reading,
  count,
  activity,
  sorted,
  onLoadAll,
  onCancel,
  children,
}: StatusLineProps) {
  const t = useTranslations('status');
  const [isHowOpen, setHowOpen] = useState(false);
  const facts = { reading, count, activity };
  const sentence = headline(facts);
  const said = 'values' in sentence ? t(sentence.key, sentence.values) : t(sentence.key);
  const after = sentence.key === 'completeOf' ? null : afterReading(reading);
  const share = progress(facts);
  const isReading = activity !== 'none';
  const isAll = isLoadingAll(activity);
  const calls = <Calls reading={reading} isOpen={isHowOpen} onOpenChange={setHowOpen} />;
  return (
    <section
      aria-label={t('label')}
      className="relative flex min-h-9 flex-wrap items-center gap-x-2 gap-y-0.5 border-line border-b bg-surface px-4 py-1 text-ink-2 max-[720px]:px-3"
    >
      <Announcement text={said} isReading={isReading} ofAll={isAll ? (share ?? 0) : null} />
      {isAll ? (
        <LoadingAll
          said={said}
          reading={reading}
          total={toRead(facts)}
          isWaiting={activity === 'waiting'}
          calls={calls}
        />
      ) : (
        <p className="flex items-center gap-1.5 whitespace-nowrap max-[720px]:w-full">
          <b className="font-semibold text-ink">{said}</b>
          <Within />
          {reading.asOf && (
            <>
              <Dot />
              <span>{t.rich('asOf', { time: () => <ClockTime moment={reading.asOf ?? ''} /> })}</span>
            </>
          )}
          {reading.calls > 0 && (
            <>
              <Dot />
              {calls}
            </>
          )}
        </p>
      )}
      {isAll || activity === 'first' ? (
        <Button size="small" onClick={onCancel}>
          {t('cancel')}
        </Button>
      ) : (
        reading.asOf !== null &&
        !reading.complete && (
          <Hint id="loadAll">
            {(describedBy) => (
              <Button size="small" aria-describedby={describedBy} onClick={onLoadAll}>
                {t('loadAll')}
              </Button>
            )}
          </Hint>
        )
      )}
      {after && (
        <span className="inline-flex items-center gap-1.5 max-[720px]:text-xs">
          <Icon name="after" size={12} />
          {t('after', after)}
        </span>
      )}
      {sorted && reading.asOf !== null && !reading.complete && (
        <span className="text-ink-3 max-[720px]:text-xs">
          {t('sortedLoaded', { count: reading.enis.length })}
        </span>
      )}
      <span className="ml-auto flex items-center gap-0.5">{children}</span>
      {share !== null && <Meter share={share} isMoving={isAll} />}
    </section>
  );
}
