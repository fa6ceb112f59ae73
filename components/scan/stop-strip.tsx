'use client';

import { useTranslations } from 'next-intl';
import { problemWords } from '@/components/states/problem-words';
import { RetryButton } from '@/components/states/retry-button';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { useCountdown } from '@/components/ui/use-countdown';
import type { Problem } from '@/lib/eni/problem';

type StopStripProps = {
  problem: Problem;
  /** Reading resumes by itself once the wait is over. */
  isByItself: boolean;
  onRetry: () => void;
  onCancel: () => void;
};

/** Reading stopped before its end: the rows so far stay, and this strip says that they are not all. */
export function StopStrip({ problem, isByItself, onRetry, onCancel }: StopStripProps) {
  const t = useTranslations();
  const { title, advice } = problemWords(t, problem);
  const left = useCountdown(problem.retryAfter ?? 0, problem);
  return (
    <div className="arrives flex min-h-8.5 flex-wrap items-center gap-x-2 gap-y-1 border-warn-line border-b bg-warn-wash px-4 py-1 max-[720px]:px-3">
      <div className="flex min-w-0 flex-1 basis-64 items-start gap-2">
        <span className="mt-0.5 text-warn">
          <Icon name="warn" />
        </span>
        <div className="flex min-w-0 flex-wrap gap-x-2">
          {/* Excludes the text that changes each second, or screen readers would read it out as often. */}
          <p role="alert">
            <b className="font-semibold">{t(isByItself ? 'notice.paused' : 'notice.stopped')}</b>{' '}
            {isByItself ? t('notice.because', { title }) : t('notice.becauseDo', { title, advice })}
          </p>
          {isByItself && (
            <span className="text-ink-2">
              {left > 0 ? t('notice.goesOnIn', { seconds: left }) : t('notice.goesOn')}
            </span>
          )}
        </div>
      </div>
      <span className="ml-auto flex gap-2">
        {isByItself ? (
          <>
            <Button size="small" onClick={onRetry}>
              {t('notice.retryNow')}
            </Button>
            <Button size="small" onClick={onCancel}>
              {t('status.cancel')}
            </Button>
          </>
        ) : (
          <RetryButton problem={problem} onRetry={onRetry} size="small" />
        )}
      </span>
    </div>
  );
}
