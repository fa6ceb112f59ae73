'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { Scan } from '@/components/scan/use-scan';
import { NothingRead } from '@/components/states/nothing-read';
import { ProblemState } from '@/components/states/problem-state';
import { StatePanel } from '@/components/states/state-panel';
import { Icon } from '@/components/ui/icon';
import type { DiscoveredAddress } from '@/lib/eni/told';
import type { VSwitch, VSwitchReservation } from '@/lib/eni/vswitch';
import type { Policy } from '@/lib/findings/policy';
import { keepOf } from '@/lib/search/keep';
import type { Search } from '@/lib/search/search';
import { withDiscovered } from '@/lib/usage/discovered';
import { parseIpv4Prefix } from '@/lib/usage/ipv4';
import { ipv6OccupancyOf } from '@/lib/usage/ipv6';
import { observedOf } from '@/lib/usage/observed';
import { occupancyOf } from '@/lib/usage/occupancy';
import { filtersOf, type UsageView } from '@/lib/views/usage';
import { drawnOf } from './drawn-of';
import { ObservedPane } from './observed/observed-pane';
import { useDiscovered } from './use-discovered';
import { useEniRules } from './use-eni-rules';
import { VSwitchMaps } from './vswitch-maps';
import { VSwitchParts } from './vswitch-parts';

type VSwitchUsageProps = {
  vSwitch: VSwitch;
  reservations: readonly VSwitchReservation[];
  scan: Scan;
  search: Search;
  serverPolicy: Policy;
  view: UsageView;
  onView: (change: Partial<UsageView>, options?: { replace?: boolean }) => void;
};

const NONE: readonly DiscoveredAddress[] = [];
/** No ENI gets a prefix out of a reservation with one of these statuses. */
const GIVEN_BACK: ReadonlySet<string | null> = new Set(['Releasing', 'Released']);

/** How many addresses fit in one strip of squares, a /20. */
const LONG_STRIP = 4096;

/** The holders of a vSwitch's addresses: figures, blocks of 16, a table, and a map of every address. */
export function VSwitchUsage({
  vSwitch,
  reservations,
  scan,
  search,
  serverPolicy,
  view,
  onView,
}: VSwitchUsageProps) {
  const t = useTranslations('usage');
  const { enis, asOf } = scan.reading;
  const { complete, isPartial, isDrawn } = drawnOf(scan, vSwitch);
  const now = asOf === null ? null : Date.parse(asOf);
  const filters = filtersOf(search);
  const key = JSON.stringify(filters);
  const isShown = useMemo(() => {
    const terms = JSON.parse(key) as Search['terms'];
    return terms.length === 0 || now === null ? undefined : keepOf({ accounts: [], regions: [], terms }, now);
  }, [key, now]);
  // Measured page by page though only the whole is drawn: the last page then runs code that has already run before.
  const held = useMemo(() => occupancyOf(vSwitch, enis, isShown), [vSwitch, enis, isShown]);
  const discovered = useDiscovered(vSwitch, isDrawn ? held : null);
  const measured = useMemo(
    () => (typeof held === 'string' ? held : withDiscovered(held, discovered?.items ?? NONE)),
    [held, discovered],
  );
  const occupancy = isDrawn ? measured : null;
  const reserved = useMemo(
    () =>
      reservations.flatMap(({ cidrBlock, ipVersion, status }) => {
        const isKept = ipVersion === 'IPv4' && !GIVEN_BACK.has(status);
        const prefix = cidrBlock === null || !isKept ? null : parseIpv4Prefix(cidrBlock);
        return prefix === null ? [] : [{ first: prefix.address, length: prefix.size }];
      }),
    [reservations],
  );
  const observed = useMemo(
    () =>
      occupancy === 'cidr_missing'
        ? (observedOf(enis).find(({ id, region }) => id === vSwitch.id && region === vSwitch.region) ?? null)
        : null,
    [occupancy, enis, vSwitch],
  );
  const ipv6 = useMemo(() => {
    const found = isDrawn ? ipv6OccupancyOf(vSwitch, enis, isShown) : 'ipv6_missing';
    return typeof found === 'string' ? null : found;
  }, [vSwitch, enis, isDrawn, isShown]);
  const rulesOf = useEniRules({ vSwitch, enis, isRead: complete, now, serverPolicy });
  if (scan.problem) return <ProblemState problem={scan.problem} onRetry={scan.retry} />;
  if (scan.isAtRest) return <NothingRead onRead={scan.retry} />;
  if (occupancy === null || now === null)
    return (
      <p role="status" className="px-5 py-4 text-ink-2 max-[720px]:px-3">
        {t('readingEnis', { count: enis.length })}
      </p>
    );
  if (observed !== null)
    return <ObservedPane vSwitch={vSwitch} observed={observed} enis={enis} onView={onView} />;
  if (typeof occupancy === 'string')
    return (
      <StatePanel title={t('notMeasurable')}>
        <p>{t(`why.${occupancy}`)}</p>
      </StatePanel>
    );
  // The small map of so many addresses is a square and needs its height.
  const isSquare = occupancy.size > LONG_STRIP || (view.isIpv6 && ipv6 !== null);
  return (
    <div className="flex min-h-0 flex-1 flex-col print:block">
      {isPartial && (
        <p
          role="status"
          className="mx-5 mb-2 flex shrink-0 items-center gap-2 rounded-sm border border-warn-line bg-warn-wash px-2.5 py-1.5 max-[720px]:mx-3"
        >
          <Icon name="warn" size={14} />
          {t('partial', { count: enis.length })}
        </p>
      )}
      {!view.isMap && (
        <VSwitchParts
          vSwitch={vSwitch}
          occupancy={occupancy}
          enis={enis}
          reservations={reserved}
          isPartial={isPartial}
          discovered={discovered}
          reserved={reservations}
          ipv6={view.isIpv6 ? ipv6 : null}
          onView={onView}
        />
      )}
      <div
        className={`flex flex-[5] flex-col px-5 max-[720px]:px-3 print:block print:min-h-0 ${isSquare ? 'min-h-92' : 'min-h-80'}`}
      >
        <VSwitchMaps
          vSwitch={vSwitch}
          occupancy={occupancy}
          enis={enis}
          ipv6={ipv6}
          isPartial={isPartial}
          rulesOf={rulesOf}
          reservations={reserved}
          view={view}
          now={now}
          onView={onView}
        />
      </div>
    </div>
  );
}
