'use client';

import { useTranslations } from 'next-intl';
import { CodeBlock } from '@/components/ui/code-block';
import { CopyTextButton } from '@/components/ui/copy-text-button';
import type { Problem } from '@/lib/eni/problem';
import { ramPolicy } from '@/lib/export/ram-policy';
import { ProblemFacts } from './problem-facts';
import { RetryButton } from './retry-button';
import { StatePanel } from './state-panel';

const LEAST = ramPolicy(['ecs:DescribeNetworkInterfaces']);
const DEMO = 'npm run demo';

type NoCredentialsProps = { problem: Problem; onRetry?: (() => void) | undefined };

/** The first run: the least permission that suffices, and a way to try the dashboard with made-up data. */
export function NoCredentials({ problem, onRetry }: NoCredentialsProps) {
  const t = useTranslations('states');
  return (
    <StatePanel title={t('noCredentials')}>
      <p>{t('noCredentialsLooked')}</p>
      <CodeBlock text={LEAST} label={t('policy')} />
      <div className="flex flex-wrap gap-2">
        <CopyTextButton text={LEAST} look="main">
          {t('copyPolicy')}
        </CopyTextButton>
        {onRetry && <RetryButton problem={problem} onRetry={onRetry} />}
      </div>
      <p>
        {t.rich('tryDemo', { command: () => <code className="font-mono text-ink text-xs">{DEMO}</code> })}
      </p>
      <ProblemFacts problem={problem} />
    </StatePanel>
  );
}
