'use client';

import { createColumnHelper } from '@tanstack/react-table';
import { useFormatter, useTranslations } from 'next-intl';
import { type ReactNode, useMemo, useState } from 'react';
import { DataTable } from '@/components/data-table/data-table';
import { NARROW } from '@/components/data-table/row-metrics';
import type { DataTableFeatures, TableSort } from '@/components/data-table/table-features';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { useMedia } from '@/components/ui/use-media';
import { type Eni, eniKey } from '@/lib/eni/eni';
import type { VSwitch } from '@/lib/eni/vswitch';
import { RUN_COLUMNS, type RunColumn, type RunRow, sortRuns } from '@/lib/usage/run-rows';
import type { UsageView } from '@/lib/views/usage';
import { PartialBadge } from './partial-badge';
import { saveCsv } from './save-csv';

const SWATCHES: Record<RunRow['state'], string> = {
  free: 'border-map-outline bg-map-free',
  reserved: 'border-map-outline bg-map-reserved',
  primary: 'border-map-outline bg-map-primary',
  secondary: 'border-map-outline bg-map-secondary',
  prefix: 'border-map-outline bg-map-prefix',
  idle: 'rounded-full border-2 border-map-idle',
  addresses: 'border-map-outline bg-map-secondary',
  other: 'border-dashed border-map-outline',
  conflict: 'border-2 border-danger',
};

function Label({ id }: { id: RunColumn }) {
  return useTranslations('usage')(`run.${id}`);
}

function StateCell({ state }: { state: RunRow['state'] }) {
  const t = useTranslations('usage');
  return (
    <span className="flex min-w-0 items-center gap-2">
      <span aria-hidden="true" className={`size-2.5 shrink-0 border ${SWATCHES[state]}`} />
      <span className="truncate">{t(`state.${state}`)}</span>
    </span>
  );
}

function CountCell({ count }: { count: number }) {
  const { number } = useFormatter();
  return count === 0 ? (
    <span className="text-ink-3">–</span>
  ) : (
    <span className="text-ink-2">{number(count)}</span>
  );
}

function HolderCell({ eni }: { eni: Eni | null }) {
  if (eni === null) return <span className="text-ink-3">–</span>;
  return eni.name === null ? (
    <span className="truncate font-mono text-xs">{eni.id}</span>
  ) : (
    <bdi className="truncate" title={eni.id}>
      {eni.name}
    </bdi>
  );
}

const column = createColumnHelper<DataTableFeatures, RunRow>();
const define = (id: RunColumn, size: number, cell: (row: RunRow) => ReactNode, meta = {}) =>
  column.display({ id, size, header: () => <Label id={id} />, cell: ({ row }) => cell(row.original), meta });

const COLUMNS = [
  define('range', 150, ({ said }) => <span className="truncate font-mono text-xs">{said}</span>, {
    narrow: 'top-start',
  }),
  define('state', 104, ({ state }) => <StateCell state={state} />, { narrow: 'top-end' }),
  define('addresses', 44, ({ length }) => <CountCell count={length} />, {
    align: 'end',
    narrow: 'bottom-end',
  }),
  define('blocks', 44, ({ blocks }) => <CountCell count={blocks} />, { align: 'end' }),
  define('holder', 160, ({ eni }) => <HolderCell eni={eni} />, { narrow: 'bottom-start' }),
];

const NARROW_COLUMNS: readonly RunColumn[] = ['range', 'state', 'holder', 'addresses'];

type RunsTableProps = {
  vSwitch: VSwitch;
  rows: readonly RunRow[];
  /** Addresses that something else has taken; which ones nobody can tell. */
  dark: number | null;
  isPartial?: boolean;
  onView: (change: Partial<UsageView>) => void;
};

const SAVED = ['first', 'last', 'addresses', 'state', 'eniId', 'eniName', 'status', 'instanceId'] as const;

/**
 * Every address of a vSwitch in rows of equal ones: the twin of the pictures. A row takes the map there and opens the
 * ENI that holds it.
 */
export function RunsTable({ vSwitch, rows: all, dark, isPartial = false, onView }: RunsTableProps) {
  const t = useTranslations('usage');
  const isNarrow = useMedia(NARROW);
  const [sort, setSort] = useState<TableSort | null>(null);
  const rows = useMemo(() => sortRuns(all, sort), [all, sort]);
  const open = ({ from, eni }: RunRow) => onView({ at: from, drawer: eni && eniKey(eni) });
  const save = () =>
    saveCsv(
      `${vSwitch.id} addresses`,
      SAVED,
      rows.map(({ from, to, length, state, eni }) => [
        from,
        to,
        length,
        state,
        eni?.id ?? null,
        eni?.name ?? null,
        eni?.status ?? null,
        eni?.instanceId ?? null,
      ]),
    );
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      <h3 className="flex h-8 shrink-0 items-center gap-2 font-semibold">
        {t('asTable')}
        {isPartial && <PartialBadge />}
        <span className="font-normal text-ink-3 text-xs">{t('runs', { count: rows.length })}</span>
        <Button look="quiet" size="small" className="mr-3 ml-auto" onClick={() => void save()}>
          <Icon name="download" size={14} />
          {t('csv')}
        </Button>
      </h3>
      {dark !== null && dark > 0 && (
        <p className="shrink-0 pb-1.5 text-ink-2 text-xs">{t('darkHint', { count: dark })}</p>
      )}
      <DataTable
        label={t('addresses')}
        columns={COLUMNS}
        visible={isNarrow ? NARROW_COLUMNS : RUN_COLUMNS}
        rows={rows}
        rowKey={({ key }) => key}
        selected={null}
        sort={sort}
        onSort={setSort}
        onOpen={open}
        more={false}
        density="compact"
      />
    </div>
  );
}
