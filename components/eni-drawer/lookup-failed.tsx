'use client';

import { useTranslations } from 'next-intl';
import { ProblemFacts } from '@/components/states/problem-facts';
import { problemWords } from '@/components/states/problem-words';
import { RetryButton } from '@/components/states/retry-button';
import type { Problem } from '@/lib/eni/problem';

type LookupFailedProps = { id: string; problem: Problem; onRetry: () => void };

/** The ENI could not be shown: it is gone, or asking for it failed. */
export function LookupFailed({ id, problem, onRetry }: LookupFailedProps) {
  const t = useTranslations('drawer');
  const { title, advice } = problemWords(useTranslations(), problem);
  const isGone = problem.code === 'eni_not_found';
  return (
    <div role="alert" className="flex flex-col gap-2.5 py-2 text-ink-2">
      <p className="font-semibold text-ink">{isGone ? t('gone') : title}</p>
      <p className="wrap-anywhere">{isGone ? t('goneText', { id }) : advice}</p>
      <div>
        <RetryButton problem={problem} onRetry={onRetry} size="small" />
      </div>
      <ProblemFacts problem={problem} />
    </div>
  );
}
