'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { use, useEffect } from 'react';
import { DrawerPane } from '@/components/eni-drawer/drawer-pane';
import { CaveatNotes } from '@/components/states/caveat-notes';
import { FailureStrips } from '@/components/states/failure-strips';
import { NothingRead } from '@/components/states/nothing-read';
import { ProblemState } from '@/components/states/problem-state';
import { StatePanel } from '@/components/states/state-panel';
import { eniKey } from '@/lib/eni/eni';
import { judgedEnis, judgedVSwitches } from '@/lib/findings/judged';
import type { Policy } from '@/lib/findings/policy';
import { problemOf } from '@/lib/queries/problem-of';
import { routes } from '@/lib/queries/routes';
import { type FirstVSwitches, vSwitchesQuery } from '@/lib/queries/vswitches';
import type { Search } from '@/lib/search/search';
import { DEFAULT_VIEW } from '@/lib/search/view';
import { levelAbove, levelOf, type UsageView } from '@/lib/views/usage';
import { CutTable } from './cut-table';
import { ObservedNotice } from './observed/observed-notice';
import { ScanStatus } from './scan-status';
import { UsageSkeleton } from './usage-skeleton';
import { useFigures } from './use-figures';
import type { useLevelScan } from './use-level-scan';
import { useListed } from './use-listed';
import { useScopeFacts } from './use-scope-facts';
import type { UsageWriters } from './use-usage-state';
import { VpcPane } from './vpc-pane';
import { VSwitchPane } from './vswitch-pane';
import { VSwitchTable } from './vswitch-table';
import { VSwitchTiles } from './vswitch-tiles';

type UsageResultsProps = UsageWriters & {
  first: Promise<FirstVSwitches>;
  /** The scope is the one that `first` answers. */
  isFirst: boolean;
  search: Search;
  view: UsageView;
  level: ReturnType<typeof useLevelScan>;
  serverPolicy: Policy;
  onWantAll: () => void;
  onRetry: () => void;
};

const NONE: never[] = [];

/** The vSwitches of the scope as tiles, and beside them their table or the open vSwitch. */
export function UsageResults(props: UsageResultsProps) {
  const {
    first,
    isFirst,
    search,
    view,
    level,
    onWantAll,
    onRetry,
    setLevel,
    setSearch,
    setView,
    serverPolicy,
  } = props;
  const t = useTranslations('usage');
  const served = use(first);
  const ready = isFirst && 'vSwitches' in served ? served.vSwitches : null;
  const { data, error } = useQuery({
    ...vSwitchesQuery(search),
    enabled: false,
    ...(ready && { initialData: ready, initialDataUpdatedAt: Date.parse(ready.asOf) }),
  });
  const problem = data
    ? null
    : (problemOf(error) ?? (isFirst && 'problem' in served ? served.problem : null));
  // Without the permission the page shows what ENIs tell, and says so.
  const blind = problem?.code === 'cloud_forbidden' && problem.action ? problem.action : null;
  const isBlind = blind !== null;
  const read = level.scopeReading;
  const { vSwitches, seen } = useListed(data?.items ?? NONE, read.complete || isBlind ? read.enis : NONE);
  useEffect(() => {
    if (isBlind) onWantAll();
  }, [isBlind, onWantAll]);
  const facts = useScopeFacts({
    scope: search,
    vSwitches,
    // From the same list as the other views; without it, from what ENIs tell and the CIDRs that people have given.
    listed: isBlind ? vSwitches : (data?.items ?? null),
    vpcs: data?.vpcs ?? NONE,
    reading: read,
    serverPolicy,
  });
  const place = levelOf(search);
  const open = place.level === 'vswitch' ? place.id : null;
  const figuresOf = useFigures({
    measures: facts?.measures ?? null,
    open: vSwitches.find(({ id }) => id === open) ?? null,
    scan: level.scan,
  });
  // If ENIs cannot be read either, they tell nothing.
  if (problem && (!isBlind || level.scan.problem !== null))
    return <ProblemState problem={problem} onRetry={onRetry} />;
  if (!data && !isBlind) return <UsageSkeleton />;
  const { failures = NONE, caveats = NONE, vpcs = NONE, reservations = NONE, asOf = null } = data ?? {};
  const { reading } = level.scan;
  const openIt = (id: string) => setLevel({ level: 'vswitch', id });
  return (
    <>
      {isBlind && <ObservedNotice action={blind} />}
      <FailureStrips failures={[...failures, ...(level.isOn ? reading.failures : [])]} onRetry={onRetry} />
      <ScanStatus asOf={asOf} count={vSwitches.length} level={level} onWantAll={onWantAll} />
      <CaveatNotes caveats={[...caveats, ...(level.isOn ? reading.caveats : [])]} />
      {vSwitches.length === 0 ? (
        isBlind && level.isOn && level.scan.activity === 'none' && !read.complete ? (
          <NothingRead onRead={level.scan.retry} />
        ) : isBlind && !read.complete ? (
          <UsageSkeleton />
        ) : (
          <StatePanel title={t('noneTitle')}>
            <p>{t('noneText')}</p>
          </StatePanel>
        )
      ) : (
        <div className="flex min-h-0 flex-1 print:block">
          <div
            className={`grid print:block min-h-0 min-w-0 flex-1 max-[1180px]:auto-rows-[minmax(0,1fr)] max-[1180px]:grid-cols-1 ${view.isMap || view.drawer !== null ? 'grid-cols-1 *:first:not-last:hidden' : 'grid-cols-[minmax(0,9fr)_minmax(0,16fr)]'}`}
          >
            <VSwitchTiles
              vSwitches={vSwitches}
              vpcs={vpcs}
              seen={seen}
              facts={facts}
              figuresOf={figuresOf}
              open={open}
              onOpen={openIt}
              openVpc={place.level === 'vpc' ? place.id : null}
              onOpenVpc={(id) => setLevel({ level: 'vpc', id })}
              isBeside={place.level !== 'scope'}
            />
            {view.only !== null && open === null ? (
              <CutTable
                only={view.only}
                search={search}
                vSwitches={judgedVSwitches(vSwitches, read.failures)}
                enis={read.complete ? judgedEnis(read) : null}
                facts={facts}
                onOpen={openIt}
                onWantAll={onWantAll}
                onAll={() => setView({ only: null })}
              />
            ) : place.level === 'vpc' ? (
              <VpcPane
                key={place.id}
                id={place.id}
                vpc={vpcs.find(({ id }) => id === place.id) ?? null}
                vpcs={vpcs}
                vSwitches={vSwitches.filter(({ vpcId }) => vpcId === place.id)}
                figuresOf={figuresOf}
                onOpen={openIt}
                onClose={() => setLevel({ level: 'scope' })}
              />
            ) : open === null ? (
              <VSwitchTable vSwitches={vSwitches} measures={facts?.measures ?? null} onOpen={openIt} />
            ) : (
              <VSwitchPane
                key={open}
                id={open}
                vSwitch={vSwitches.find(({ id }) => id === open) ?? null}
                reservations={reservations.filter(({ vSwitchId }) => vSwitchId === open)}
                scan={level.scan}
                search={search}
                serverPolicy={serverPolicy}
                view={view}
                onView={setView}
                onClose={() => setLevel(levelAbove(search))}
              />
            )}
          </div>
          {view.drawer !== null && (
            <DrawerPane
              drawer={view.drawer}
              rows={reading.enis}
              reading={reading}
              isReading={level.scan.activity !== 'none'}
              scope={search}
              onOpen={(eni) => setView({ drawer: eniKey(eni) }, { replace: true })}
              onClose={() => setView({ drawer: null })}
              onSearch={(term) => setSearch((now) => ({ ...now, terms: [...now.terms, term] }))}
              searchHref={(term) =>
                routes.explorer({ search: { ...search, terms: [term] }, view: DEFAULT_VIEW })
              }
            />
          )}
        </div>
      )}
    </>
  );
}
