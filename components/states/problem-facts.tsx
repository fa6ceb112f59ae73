'use client';

import { useTranslations } from 'next-intl';
import { CopyButton } from '@/components/ui/copy-button';
import type { Problem } from '@/lib/eni/problem';

/** What to quote when asking for help: where, the cloud's own code, and both request ids. */
export function ProblemFacts({ problem }: { problem: Problem }) {
  const t = useTranslations('states');
  const place = [problem.account, problem.region].filter((part) => part !== undefined).join(' / ');
  const facts: [string, string | undefined, boolean][] = [
    [t('place'), place || undefined, false],
    [t('field'), problem.field, false],
    [t('allowed'), problem.allowed?.slice(0, 12).join(', '), false],
    [t('code'), problem.upstreamCode ?? problem.code, false],
    [t('cloudRequest'), problem.upstreamRequestId, true],
    [t('ourRequest'), problem.requestId, true],
  ];
  return (
    <dl className="grid grid-cols-[112px_minmax(0,1fr)] border-line border-t pt-3">
      {facts.map(([label, value, copies]) =>
        value === undefined ? null : (
          <div key={label} className="col-span-2 grid min-h-6 grid-cols-subgrid items-center">
            <dt className="text-ink-3 text-xs">{label}</dt>
            <dd className="flex min-w-0 items-center gap-1">
              <span className="truncate font-mono text-ink text-xs leading-5" title={value}>
                {value}
              </span>
              {copies && <CopyButton text={value} what={label} />}
            </dd>
          </div>
        ),
      )}
    </dl>
  );
}
