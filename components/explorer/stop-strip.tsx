'use client';

import { useTranslations } from 'next-intl';
import { problemWords } from '@/components/states/problem-words';
import { RetryButton } from '@/components/states/retry-button';
import { Icon } from '@/components/ui/icon';
import type { Problem } from '@/lib/eni/problem';

/** Reading stopped before its end: the rows so far stand, and this says that they are not all. */
export function StopStrip({ problem, onRetry }: { problem: Problem; onRetry: () => void }) {
  const t = useTranslations();
  const { title, advice } = problemWords(t, problem);
  return (
    <div
      role="alert"
      className="flex min-h-8.5 flex-wrap items-center gap-x-2 gap-y-1 border-warn-line border-b bg-warn-wash px-4 py-1 max-[720px]:px-3"
    >
      <span className="text-warn">
        <Icon name="warn" />
      </span>
      <b className="font-semibold">{t('notice.stopped')}</b>
      <span>
        {title}. {advice}
      </span>
      <span className="ml-auto">
        <RetryButton problem={problem} onRetry={onRetry} size="small" />
      </span>
    </div>
  );
}
