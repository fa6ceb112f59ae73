'use client';

import { useTranslations } from 'next-intl';
import { CodeBlock } from '@/components/ui/code-block';
import { CopyTextButton } from '@/components/ui/copy-text-button';
import { Icon } from '@/components/ui/icon';
import type { Problem } from '@/lib/eni/problem';
import { ramPolicy } from '@/lib/export/ram-policy';
import { NoCredentials } from './no-credentials';
import { ProblemFacts } from './problem-facts';
import { problemWords } from './problem-words';
import { RetryButton } from './retry-button';
import { StatePanel } from './state-panel';

export type ProblemStateProps = { problem: Problem; onRetry?: (() => void) | undefined };

/** Nothing can be shown: what happened, what to do, which ids to quote. If nothing is configured it says how to. */
export function ProblemState({ problem, onRetry }: ProblemStateProps) {
  const t = useTranslations('states');
  const { title, advice } = problemWords(useTranslations(), problem);
  const isFirstRun = problem.credential === undefined || problem.credential.reason === 'none_found';
  if (problem.code === 'credentials_unavailable' && isFirstRun)
    return <NoCredentials problem={problem} onRetry={onRetry} />;
  const policy = problem.action ? ramPolicy([problem.action]) : null;
  return (
    <StatePanel
      role="alert"
      title={title}
      mark={
        <span className="text-danger">
          <Icon name={problem.action ? 'lock' : 'stop'} />
        </span>
      }
    >
      <p>{advice}</p>
      {policy && <CodeBlock text={policy} label={t('policy')} />}
      <div className="flex flex-wrap gap-2">
        {onRetry && problem.status !== 400 && <RetryButton problem={problem} onRetry={onRetry} look="main" />}
        {policy && <CopyTextButton text={policy}>{t('copyPolicy')}</CopyTextButton>}
      </div>
      <ProblemFacts problem={problem} />
    </StatePanel>
  );
}
