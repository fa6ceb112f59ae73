'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { use, useMemo } from 'react';
import { DrawerPane } from '@/components/eni-drawer/drawer-pane';
import { StopStrip } from '@/components/scan/stop-strip';
import type { Scan } from '@/components/scan/use-scan';
import { CaveatNotes } from '@/components/states/caveat-notes';
import { FailureStrips } from '@/components/states/failure-strips';
import { NothingRead } from '@/components/states/nothing-read';
import { ProblemState } from '@/components/states/problem-state';
import { groupByRule } from '@/lib/findings/find';
import type { FindingsInput } from '@/lib/findings/finding';
import type { Policy } from '@/lib/findings/policy';
import { shownFindings } from '@/lib/findings/shown';
import { applyWaivers } from '@/lib/findings/waivers';
import { routes } from '@/lib/queries/routes';
import { type FirstVSwitches, vSwitchesQuery } from '@/lib/queries/vswitches';
import { keepOf } from '@/lib/search/keep';
import { toEniQueryString } from '@/lib/search/params';
import type { Search } from '@/lib/search/search';
import { DEFAULT_VIEW } from '@/lib/search/view';
import type { FindingsView } from '@/lib/views/findings';
import { FindingsSkeleton } from './findings-skeleton';
import { FindingsStatus } from './findings-status';
import { PolicyPane } from './policy-pane';
import { RuleList } from './rule-list';
import { RulePane } from './rule-pane';
import type { FindingsWriters } from './use-findings-state';
import { useFound } from './use-found';
import { useLooks } from './use-looks';
import { usePolicy } from './use-policy';

type FindingsResultsProps = FindingsWriters & {
  first: Promise<FirstVSwitches>;
  /** The scope is the one that `first` answers. */
  isFirst: boolean;
  search: Search;
  view: FindingsView;
  scan: Scan;
  serverPolicy: Policy;
  onRetry: () => void;
};

const NONE: never[] = [];

/** The rules with what each has found, and beside them the one that is open. */
export function FindingsResults(props: FindingsResultsProps) {
  const { first, isFirst, search, view, scan, serverPolicy, onRetry, setSearch, setView } = props;
  const t = useTranslations('findings');
  const served = use(first);
  const ready = isFirst && 'vSwitches' in served ? served.vSwitches : null;
  const { data } = useQuery({
    ...vSwitchesQuery(search),
    enabled: false,
    ...(ready && { initialData: ready, initialDataUpdatedAt: Date.parse(ready.asOf) }),
  });
  const policy = usePolicy(serverPolicy);
  const { enis, complete, asOf } = scan.reading;
  const earlier = useLooks(toEniQueryString({ ...search, terms: [] }), enis, asOf, complete);
  // What is read in part is judged when reading has stopped, and then says so.
  const now = asOf === null ? null : Date.parse(asOf);
  const isRead = now !== null && (complete || scan.activity === 'none');
  const input = useMemo((): FindingsInput | null => {
    if (!isRead || now === null) return null;
    const { items = null, vpcs = [] } = data ?? {};
    return { enis, vSwitches: items, vpcs, now, policy: policy.policy, earlier };
  }, [isRead, data, enis, now, policy.policy, earlier]);
  const { value: found, isCurrent } = useFound(input);
  const shown = useMemo(() => {
    if (found === null || now === null) return null;
    const keep = search.terms.length === 0 ? null : keepOf(search, now);
    const findings = shownFindings(found.findings, enis, keep);
    return applyWaivers(findings, policy.policy.waivers, now);
  }, [found, search, enis, now, policy.policy.waivers]);
  const groups = useMemo(() => groupByRule(shown?.open ?? []), [shown]);
  // J and K walk what the open rule has found.
  const walked = useMemo(() => {
    const group = groups.find(({ rule }) => rule === view.rule);
    const concerned = new Set(group?.findings.flatMap((finding) => finding.enis));
    return enis.filter(({ id }) => concerned.has(id));
  }, [groups, view.rule, enis]);
  if (scan.problem) return <ProblemState problem={scan.problem} onRetry={onRetry} />;
  const open = view.rule;
  return (
    <>
      <FailureStrips failures={[...(data?.failures ?? NONE), ...scan.reading.failures]} onRetry={onRetry} />
      {scan.stop && <StopStrip {...scan.stop} onRetry={scan.retry} onCancel={scan.cancel} />}
      <FindingsStatus
        scan={scan}
        search={search}
        found={found}
        isCurrent={isCurrent}
        open={shown?.open ?? null}
        rules={groups.length}
        policy={policy.policy}
      />
      <CaveatNotes caveats={[...(data?.caveats ?? NONE), ...scan.reading.caveats]} />
      {scan.isAtRest ? (
        <NothingRead onRead={scan.retry} />
      ) : shown === null || found === null ? (
        <FindingsSkeleton isRead={isRead} />
      ) : (
        <div className="flex min-h-0 flex-1">
          <div
            className={`grid min-h-0 min-w-0 flex-1 grid-cols-[minmax(20rem,9fr)_minmax(0,18fr)] max-[1180px]:grid-cols-1 ${view.drawer === null ? '' : 'grid-cols-1! *:first:hidden'}`}
          >
            <RuleList
              groups={groups}
              found={found}
              open={open}
              isBeside={open !== null}
              onOpen={(rule) => setView({ rule })}
            />
            {open === null ? (
              <PolicyPane policy={policy} waived={shown} />
            ) : (
              <RulePane
                key={open}
                rule={open}
                group={groups.find(({ rule }) => rule === open) ?? null}
                cannotRun={found.cannotRun.find(({ rule }) => rule === open)?.because ?? null}
                waived={shown.waived.filter(({ finding }) => finding.rule === open)}
                enis={enis}
                vSwitches={data?.items ?? NONE}
                search={search}
                policy={policy}
                onOpenEni={(id) => setView({ drawer: id })}
                onClose={() => setView({ rule: null })}
              />
            )}
          </div>
          {view.drawer !== null && (
            <DrawerPane
              id={view.drawer}
              rows={walked}
              reading={scan.reading}
              isReading={scan.activity !== 'none'}
              scope={search}
              onOpen={(eni) => setView({ drawer: eni.id }, { replace: true })}
              onClose={() => setView({ drawer: null })}
              onSearch={(term) => setSearch((now) => ({ ...now, terms: [...now.terms, term] }))}
              searchHref={(term) =>
                routes.explorer({ search: { ...search, terms: [term] }, view: DEFAULT_VIEW })
              }
            />
          )}
        </div>
      )}
      <p role="status" className="sr-only">
        {scan.isAtRest
          ? ''
          : shown === null
            ? t(isRead ? 'judging' : 'loading')
            : t('foundSay', { count: shown.open.length, rules: groups.length })}
      </p>
    </>
  );
}
