'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { changeItems } from '@/components/basket/kept-basket';
import { StopStrip } from '@/components/scan/stop-strip';
import { CaveatNotes } from '@/components/states/caveat-notes';
import { FailureStrips } from '@/components/states/failure-strips';
import type { BasketPlace, PutAside } from '@/lib/cleanup/basket';
import { DEFAULT_SORT, type ReleaseSort, releaseRows } from '@/lib/cleanup/release-rows';
import type { Place } from '@/lib/eni/page';
import { BeforeAfter } from './before-after';
import { CleanupFigures } from './cleanup-figures';
import { CleanupStatus } from './cleanup-status';
import { LeftOutList } from './left-out-list';
import { ReleaseTable } from './release-table';
import { ScriptPane } from './script-pane';
import type { Cleanup } from './use-cleanup';
import { VSwitchMap } from './vswitch-map';

type CleanupBodyProps = {
  place: Place;
  items: readonly PutAside[];
  others: readonly BasketPlace[];
  cleanup: Cleanup;
  /** The profile of the aliyun CLI that acts as the account. */
  profile: string | null;
  vSwitch: string | null;
  onVSwitch: (id: string | null) => void;
};

/** What is put aside in one account and region: figures, what is released and what is not, the map, and the script. */
export function CleanupBody({
  place,
  items,
  others,
  cleanup,
  profile,
  vSwitch,
  onVSwitch,
}: CleanupBodyProps) {
  const t = useTranslations('cleanup');
  const [sort, setSort] = useState<ReleaseSort>(DEFAULT_SORT);
  const { reading, ready, leftOut, effects, total, reservations } = cleanup;
  const asOf = reading?.asOf ?? null;
  const now = asOf === null ? null : Date.parse(asOf);
  const nameOf = useMemo(() => {
    const names = new Map(cleanup.vSwitches.map(({ id, name }) => [id, name]));
    return (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  }, [cleanup.vSwitches]);
  const rows = useMemo(() => releaseRows(ready, nameOf, now, sort), [ready, nameOf, now, sort]);
  const going = useMemo(() => rows.filter(({ isWanted }) => isWanted), [rows]);
  const shown = effects.find(({ vSwitchId }) => vSwitchId === vSwitch) ?? effects[0] ?? null;
  const want = (ids: ReadonlySet<string>, isWanted: boolean) =>
    changeItems(place, (all) => all.map((item) => (ids.has(item.id) ? { ...item, isWanted } : item)));
  const remove = (id: string) => changeItems(place, (all) => all.filter((item) => item.id !== id));
  return (
    <>
      <FailureStrips failures={cleanup.problems} onRetry={cleanup.refresh} />
      {cleanup.scan.stop && (
        <StopStrip {...cleanup.scan.stop} onRetry={cleanup.scan.retry} onCancel={cleanup.scan.cancel} />
      )}
      <CleanupStatus
        place={place}
        items={items}
        others={others}
        ready={ready.length}
        asOf={reading?.asOf ?? null}
        isReading={cleanup.isReading}
        waiting={cleanup.waiting}
      />
      <CaveatNotes caveats={cleanup.caveats} />
      <div className="grid min-h-0 flex-1 grid-rows-[auto_minmax(0,1fr)] overflow-auto max-[1180px]:block print:block">
        <CleanupFigures
          isRead={reading !== null}
          going={going.length}
          aside={items.length}
          total={total}
          isReadingMap={cleanup.isReadingMap}
        />
        <div className="grid min-h-0 grid-cols-[minmax(0,1fr)_836px] max-[1380px]:grid-cols-[minmax(0,1fr)_minmax(0,1.2fr)] max-[1180px]:grid-cols-1">
          <div className="grid min-w-0 content-start gap-3 bg-surface px-4 pt-1 pb-4 max-[720px]:px-3">
            <ReleaseTable
              place={place}
              rows={rows}
              sort={sort}
              isRead={reading !== null}
              onSort={setSort}
              onWant={want}
              onRemove={remove}
            />
            {leftOut.length > 0 && <LeftOutList leftOut={leftOut} nameOf={nameOf} onRemove={remove} />}
            {effects.length > 0 && (
              <BeforeAfter
                effects={effects}
                shown={shown}
                isReading={cleanup.isReadingMap}
                onShow={(id) => onVSwitch(id)}
              />
            )}
          </div>
          <div className="flex min-w-0 flex-col border-line-strong border-l bg-canvas px-4 pt-1 pb-3 max-[1180px]:border-t max-[1180px]:border-l-0 max-[720px]:px-3">
            {shown !== null && (
              <VSwitchMap
                key={shown.vSwitchId}
                place={place}
                effect={shown}
                reservations={reservations}
                isReading={cleanup.isReadingMap}
              />
            )}
            {reading !== null && (
              <ScriptPane place={place} rows={going} cleanup={cleanup} items={items} profile={profile} />
            )}
          </div>
        </div>
      </div>
      <p role="status" className="sr-only">
        {reading === null
          ? t('status.reading', { count: items.length })
          : t('status.say', { count: going.length, aside: items.length, addresses: total.addresses })}
      </p>
    </>
  );
}
