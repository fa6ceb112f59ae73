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
import { eniKey } from '@/lib/eni/eni';
import { groupByRule } from '@/lib/findings/find';
import { judgedEnis, judgedVSwitches } from '@/lib/findings/judged';
import type { Policy } from '@/lib/findings/policy';
import { cutTo, shownFindings } from '@/lib/findings/shown';
import { applyWaivers } from '@/lib/findings/waivers';
import { routes } from '@/lib/queries/routes';
import { type FirstVSwitches, vSwitchesQuery } from '@/lib/queries/vswitches';
import { keepOf } from '@/lib/search/keep';
import { placeStates } from '@/lib/search/reading/place-states';
import type { Search } from '@/lib/search/search';
import { DEFAULT_VIEW } from '@/lib/search/view';
import type { FindingsView } from '@/lib/views/findings';
import { FindingsSkeleton } from './findings-skeleton';
import { FindingsStatus } from './findings-status';
import { NothingFound } from './nothing-found';
import { PolicyPane } from './policy-pane';
import { RuleList } from './rule-list';
import { RulePane } from './rule-pane';
import { useCountTold } from './use-count-told';
import type { FindingsWriters } from './use-findings-state';
import { usePolicy } from './use-policy';
import { useScopeFindings } from './use-scope-findings';

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

/** The rules with their findings, and beside them the open rule. */
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
  const { complete, asOf, failures } = scan.reading;
  // A partly read scope is judged once reading has stopped, and the page then says so.
  const now = asOf === null ? null : Date.parse(asOf);
  const isRead = now !== null && (complete || scan.activity === 'none');
  const enis = judgedEnis(scan.reading);
  const { input, found, isCurrent } = useScopeFindings({
    scope: search,
    enis: isRead ? enis : null,
    vSwitches: data ? judgedVSwitches(data.items, failures) : null,
    vpcs: data?.vpcs ?? NONE,
    asOf,
    complete,
    policy: policy.policy,
  });
  const places = placeStates(scan.reading);
  useCountTold({
    scope: search,
    findings: complete && isCurrent && found !== null ? found.findings : null,
    waivers: policy.policy.waivers,
    now,
    places: places.filter(({ is }) => is === 'complete').length,
    ofPlaces: places.length,
  });
  const shown = useMemo(() => {
    if (found === null || now === null) return null;
    const keep = search.terms.length === 0 ? null : keepOf(search, now);
    const findings = shownFindings(found.findings, enis, keep);
    return applyWaivers(findings, policy.policy.waivers, now);
  }, [found, search, enis, now, policy.policy.waivers]);
  const listed = useMemo(() => cutTo(shown?.open ?? NONE, view.only), [shown, view.only]);
  const groups = useMemo(() => groupByRule(listed), [listed]);
  const open = view.rule ?? groups[0]?.rule ?? null;
  // J and K walk the findings of the open rule.
  const walked = useMemo(() => {
    const group = groups.find(({ rule }) => rule === open);
    const concerned = new Set(group?.findings.flatMap((finding) => finding.enis));
    return enis.filter(({ id }) => concerned.has(id));
  }, [groups, open, enis]);
  if (scan.problem) return <ProblemState problem={scan.problem} onRetry={onRetry} />;
  // Beside the list there is always a pane; on narrow screens the list comes first, and an opened rule replaces it.
  const isChosen = view.rule !== null || view.isPolicy;
  const pane = isChosen ? 'contents' : 'contents max-[1180px]:hidden';
  return (
    <>
      <FailureStrips failures={[...(data?.failures ?? NONE), ...scan.reading.failures]} onRetry={onRetry} />
      {scan.stop && <StopStrip {...scan.stop} onRetry={scan.retry} onCancel={scan.cancel} />}
      <FindingsStatus
        scan={scan}
        search={search}
        found={found}
        isCurrent={isCurrent}
        open={shown === null ? null : listed}
        rules={groups.length}
        policy={policy.policy}
        input={input}
        only={view.only}
        onAll={() => setView({ only: null })}
        isPolicy={view.isPolicy}
        onPolicy={(isPolicy) => setView({ isPolicy })}
      />
      <CaveatNotes caveats={[...(data?.caveats ?? NONE), ...scan.reading.caveats]} />
      {scan.isAtRest ? (
        <NothingRead onRead={scan.retry} />
      ) : shown === null || found === null ? (
        <FindingsSkeleton isRead={isRead} />
      ) : (
        <div className="flex min-h-0 flex-1 print:block">
          <div
            className={`grid print:block min-h-0 min-w-0 flex-1 grid-cols-[minmax(20rem,9fr)_minmax(0,18fr)] max-[1180px]:grid-cols-1 ${view.drawer === null ? '' : 'grid-cols-1! *:first:hidden'}`}
          >
            <RuleList
              groups={groups}
              found={found}
              open={view.isPolicy ? null : open}
              isBeside={isChosen}
              onOpen={(rule) => setView({ rule, isPolicy: false })}
            />
            <div className={pane}>
              {view.isPolicy ? (
                <PolicyPane policy={policy} waived={shown} onClose={() => setView({ isPolicy: false })} />
              ) : open === null ? (
                <NothingFound waived={shown.waived} policy={policy} />
              ) : (
                <RulePane
                  key={`${open} ${isChosen}`}
                  rule={open}
                  group={groups.find(({ rule }) => rule === open) ?? null}
                  cannotRun={found.cannotRun.find(({ rule }) => rule === open)?.because ?? null}
                  waived={shown.waived.filter(({ finding }) => finding.rule === open)}
                  enis={enis}
                  vSwitches={data?.items ?? NONE}
                  search={search}
                  policy={policy}
                  onOpenEni={(key) => setView({ drawer: key })}
                  onClose={view.rule === null ? null : () => setView({ rule: null })}
                />
              )}
            </div>
          </div>
          {view.drawer !== null && (
            <DrawerPane
              drawer={view.drawer}
              rows={walked}
              reading={scan.reading}
              isReading={scan.activity !== 'none'}
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
      <p role="status" className="sr-only">
        {scan.isAtRest
          ? ''
          : shown === null
            ? t(isRead ? 'judging' : 'loading')
            : t('foundSay', { count: listed.length, rules: groups.length })}
      </p>
    </>
  );
}
