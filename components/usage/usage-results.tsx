'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { use } from 'react';
import { CaveatNotes } from '@/components/states/caveat-notes';
import { FailureStrips } from '@/components/states/failure-strips';
import { ProblemState } from '@/components/states/problem-state';
import { StatePanel } from '@/components/states/state-panel';
import { ClockTime } from '@/components/ui/clock-time';
import { problemOf } from '@/lib/queries/problem-of';
import { vSwitchesQuery } from '@/lib/queries/vswitches';
import type { UsageState } from '@/lib/search/usage-view';
import type { FirstVSwitches } from './first-vswitches';
import { Overview } from './overview';
import { UsageSkeleton } from './usage-skeleton';
import { VSwitchPane } from './vswitch-pane';
import { VSwitchTable } from './vswitch-table';

type UsageResultsProps = {
  first: Promise<FirstVSwitches>;
  /** The scope is the one that `first` answers. */
  isFirst: boolean;
  scope: UsageState['scope'];
  open: string | null;
  onOpen: (id: string | null) => void;
  onRetry: () => void;
};

/** The vSwitches of the scope as tiles, and beside them their table or the one that is open. */
export function UsageResults({ first, isFirst, scope, open, onOpen, onRetry }: UsageResultsProps) {
  const t = useTranslations('usage');
  const served = use(first);
  const ready = isFirst && 'vSwitches' in served ? served.vSwitches : null;
  const { data, error } = useQuery({
    ...vSwitchesQuery(scope),
    enabled: false,
    ...(ready && { initialData: ready, initialDataUpdatedAt: Date.parse(ready.asOf) }),
  });
  const problem = data
    ? null
    : (problemOf(error) ?? (isFirst && 'problem' in served ? served.problem : null));
  if (problem) return <ProblemState problem={problem} onRetry={onRetry} />;
  if (!data) return <UsageSkeleton />;
  const opened = data.items.find(({ id }) => id === open) ?? null;
  return (
    <>
      <FailureStrips failures={data.failures} onRetry={onRetry} />
      <section
        aria-label={t('status')}
        className="flex min-h-9 flex-wrap items-center gap-x-2 border-line border-b bg-surface px-4 py-1 text-ink-2 max-[720px]:px-3"
      >
        <b className="font-semibold text-ink">{t('count', { count: data.items.length })}</b>
        <span aria-hidden="true">·</span>
        <span>{t.rich('asOf', { time: () => <ClockTime moment={data.asOf} /> })}</span>
        <span className="ml-auto text-ink-3 text-xs max-[1180px]:ml-0 max-[1180px]:w-full">
          {t('definition')}
        </span>
      </section>
      <CaveatNotes caveats={data.caveats} />
      {data.items.length === 0 ? (
        <StatePanel title={t('noneTitle')}>
          <p>{t('noneText')}</p>
        </StatePanel>
      ) : (
        <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,9fr)_minmax(0,16fr)] max-[1180px]:auto-rows-[minmax(0,1fr)] max-[1180px]:grid-cols-1">
          <Overview
            vSwitches={data.items}
            vpcs={data.vpcs}
            open={open}
            onOpen={onOpen}
            isBeside={open !== null}
          />
          {open === null ? (
            <VSwitchTable vSwitches={data.items} onOpen={onOpen} />
          ) : (
            <VSwitchPane key={open} id={open} vSwitch={opened} onClose={() => onOpen(null)} />
          )}
        </div>
      )}
    </>
  );
}
