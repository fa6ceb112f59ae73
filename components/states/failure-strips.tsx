'use client';

import { useTranslations } from 'next-intl';
import { CopyTextButton } from '@/components/ui/copy-text-button';
import { Icon } from '@/components/ui/icon';
import type { Failure } from '@/lib/eni/page';
import { placeKey } from '@/lib/eni/place';
import { ramPolicy } from '@/lib/export/ram-policy';
import { problemWords } from './problem-words';
import { RetryButton } from './retry-button';

export type FailureStripsProps = { failures: readonly Failure[]; onRetry: () => void };

function FailureStrip({ failure, onRetry }: { failure: Failure; onRetry: () => void }) {
  const t = useTranslations('states');
  const { problem, account, region } = failure;
  const { title, advice } = problemWords(useTranslations(), problem);
  const isDenied = problem.action !== undefined;
  const look = isDenied ? 'bg-danger-wash border-danger-line' : 'bg-warn-wash border-warn-line';
  return (
    <li
      className={`arrives flex min-h-[34px] flex-wrap items-center gap-x-2 gap-y-1 border-b px-4 py-1 text-ink max-[720px]:px-3 ${look}`}
    >
      <span className={isDenied ? 'text-danger' : 'text-warn'}>
        <Icon name={isDenied ? 'lock' : 'warn'} />
      </span>
      <span className="min-w-0 max-[720px]:flex-1 max-[720px]:basis-64">
        <b className="font-semibold">
          {account} / {region}
        </b>{' '}
        {title}
        {problem.action ? (
          <>
            {' · '}
            {t.rich('grant', { action: () => <code className="font-mono text-xs">{problem.action}</code> })}
          </>
        ) : (
          <span className="text-ink-2"> · {advice}</span>
        )}
      </span>
      <code className="font-mono text-ink-2 text-xs">{problem.upstreamCode}</code>
      <span className="ml-auto flex gap-2">
        {problem.action && (
          <CopyTextButton text={ramPolicy([problem.action])} size="small">
            {t('copyPolicy')}
          </CopyTextButton>
        )}
        <RetryButton problem={problem} onRetry={onRetry} size="small" />
      </span>
    </li>
  );
}

/** A strip for each account and region that failed while others answered. */
export function FailureStrips({ failures, onRetry }: FailureStripsProps) {
  const t = useTranslations('states');
  if (failures.length === 0) return null;
  const latest = new Map(failures.map((failure) => [placeKey(failure), failure]));
  return (
    <section aria-label={t('failures')} className="max-h-40 shrink-0 overflow-auto">
      <ul>
        {[...latest].map(([key, failure]) => (
          <FailureStrip key={key} failure={failure} onRetry={onRetry} />
        ))}
      </ul>
    </section>
  );
}
