'use client';

import { useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'next-intl';
import { use } from 'react';
import { useChanges } from '@/components/changes/use-changes';
import { usePolicy } from '@/components/findings/use-policy';
import { RenewalStrip } from '@/components/freshness/renewal-strip';
import { StopStrip } from '@/components/scan/stop-strip';
import type { Scan } from '@/components/scan/use-scan';
import { CaveatNotes } from '@/components/states/caveat-notes';
import { ProblemState } from '@/components/states/problem-state';
import { StatePanel } from '@/components/states/state-panel';
import { judgedEnis } from '@/lib/findings/judged';
import type { Policy } from '@/lib/findings/policy';
import { problemOf } from '@/lib/queries/problem-of';
import { type FirstVSwitches, vSwitchesQuery } from '@/lib/queries/vswitches';
import type { Search } from '@/lib/search/search';
import { ByFields } from './by-fields';
import { Changed } from './changed';
import { Figures } from './figures';
import { Fullest } from './fullest';
import { OverviewStatus } from './overview-status';
import { PlaceList } from './place-list';
import { useOverview } from './use-overview';
import { Worst } from './worst';

type OverviewResultsProps = {
  first: Promise<FirstVSwitches>;
  /** The scope is the one that `first` answers. */
  isFirst: boolean;
  search: Search;
  scope: Search;
  scan: Scan;
  serverPolicy: Policy;
  onRetry: () => void;
};

const NONE: never[] = [];

/** The figures, and below them the details. */
export function OverviewResults(props: OverviewResultsProps) {
  const { first, isFirst, search, scope, scan, serverPolicy, onRetry } = props;
  const t = useTranslations('overview');
  const format = useFormatter();
  const served = use(first);
  const ready = isFirst && 'vSwitches' in served ? served.vSwitches : null;
  const { data, error } = useQuery({
    ...vSwitchesQuery(scope),
    enabled: false,
    ...(ready && { initialData: ready, initialDataUpdatedAt: Date.parse(ready.asOf) }),
  });
  const vSwitchProblem = data
    ? null
    : (problemOf(error) ?? (isFirst && 'problem' in served ? served.problem : null));
  const { policy } = usePolicy(serverPolicy);
  const overview = useOverview({ search, scope, scan, vSwitches: data, vSwitchProblem, policy });
  const changes = useChanges(scan);
  const { reading, problem } = scan;
  const isDenied = problem !== null && overview.places.length > 0;
  if (problem !== null && !isDenied) return <ProblemState problem={problem} onRetry={onRetry} />;
  const enis = judgedEnis(reading);
  const vSwitches = data?.items ?? NONE;
  const isEmpty =
    reading.complete && enis.length === 0 && overview.counts.failed === 0 && search.terms.length === 0;
  const places = (
    <PlaceList
      overview={overview}
      search={search}
      isReading={scan.activity !== 'none'}
      onRetry={problem === null ? scan.refresh : onRetry}
    />
  );
  const worst = <Worst overview={overview} search={search} vSwitches={vSwitches} />;
  const changed = <Changed changes={changes} search={search} enis={enis} vSwitches={vSwitches} />;
  return (
    <>
      {scan.stop && <StopStrip {...scan.stop} onRetry={scan.retry} onCancel={scan.cancel} />}
      <OverviewStatus scan={scan} scope={scope} enis={enis} overview={overview} onRetry={onRetry} />
      <CaveatNotes caveats={[...(data?.caveats ?? NONE), ...reading.caveats]} />
      {scan.renewal && <RenewalStrip renewal={scan.renewal} onCancel={scan.cancelRefresh} />}
      {isEmpty ? (
        <StatePanel title={t('emptyTitle')}>
          <p>
            {t('emptyText', {
              places: format.list(overview.places.map((each) => `${each.account} · ${each.region}`)),
            })}
          </p>
        </StatePanel>
      ) : (
        <div className="flex min-h-0 flex-1 flex-col overflow-auto print:block print:overflow-visible">
          <Figures overview={overview} search={search} fullPercent={policy.thresholds.vSwitchHighPercent} />
          <div className="grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)_30rem] max-[1180px]:grid-cols-1 print:block">
            <div className="min-w-0 bg-surface px-4 pt-1 pb-4 max-[720px]:px-3">
              {isDenied && <div className="pb-3">{places}</div>}
              <Fullest overview={overview} search={search} />
              <div className="pt-3">
                <ByFields overview={overview} search={search} />
              </div>
            </div>
            <div className="min-w-0 border-line-strong border-l bg-canvas px-4 pt-1 pb-4 *:not-first:-mx-4 *:not-first:mt-2 *:not-first:border-line-strong *:not-first:border-t *:not-first:px-4 *:not-first:pt-1 max-[1180px]:border-t max-[1180px]:border-l-0 max-[720px]:px-3 max-[720px]:*:not-first:-mx-3 max-[720px]:*:not-first:px-3">
              {worst}
              {changed}
              {!isDenied && places}
            </div>
          </div>
        </div>
      )}
    </>
  );
}
