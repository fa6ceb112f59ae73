'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useMemo } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { serverNow } from '@/lib/clock/server-clock';
import type { Eni } from '@/lib/eni/eni';
import type { VSwitch } from '@/lib/eni/vswitch';
import { keepOf } from '@/lib/search/keep';
import type { Search } from '@/lib/search/search';
import { cutVSwitches } from '@/lib/usage/cut-vswitches';
import type { UsageCut } from '@/lib/views/usage';
import type { ScopeFacts } from './use-scope-facts';
import { VSwitchTable } from './vswitch-table';

type CutTableProps = {
  only: UsageCut;
  search: Search;
  vSwitches: readonly VSwitch[];
  /** All ENIs of the scope; null until they have been read. */
  enis: readonly Eni[] | null;
  facts: ScopeFacts | null;
  onOpen: (id: string) => void;
  onWantAll: () => void;
  /** Shows all vSwitches again. */
  onAll: () => void;
};

/** The table of vSwitches that are full, or that have no whole free /28, among those that the filters match. */
export function CutTable(props: CutTableProps) {
  const { only, search, vSwitches, enis, facts, onOpen, onWantAll, onAll } = props;
  const t = useTranslations('usage');
  // Both need every ENI: for the blocks, and for the ENIs missing from places that could not be read.
  useEffect(onWantAll, [onWantAll]);
  const rows = useMemo(() => {
    if (enis === null || facts === null) return null;
    const kept = search.terms.length === 0 ? null : enis.filter(keepOf(search, serverNow()));
    return cutVSwitches(vSwitches, only, { ...facts, enis: kept });
  }, [only, search, vSwitches, enis, facts]);
  return (
    <section aria-label={t(`only.${only}`)} className="flex min-h-0 min-w-0 flex-col [&>section]:flex-1">
      <p className="flex min-h-9 shrink-0 items-center gap-2 border-line border-b bg-surface px-4 text-ink-2 max-[720px]:px-3">
        <span className="inline-flex h-6 items-center gap-1 rounded-sm border border-line-strong bg-sunken pl-2 text-ink text-xs">
          {t(`only.${only}`)}
          <Button
            look="quiet"
            size="small-icon"
            aria-label={t('onlyAll')}
            title={t('onlyAll')}
            onClick={onAll}
          >
            <Icon name="cross" size={12} />
          </Button>
        </span>
        <span role="status">{rows === null ? t('onlyWaits') : t('count', { count: rows.length })}</span>
      </p>
      {rows !== null && <VSwitchTable vSwitches={rows} measures={facts?.measures ?? null} onOpen={onOpen} />}
    </section>
  );
}
