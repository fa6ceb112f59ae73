'use client';

import { createColumnHelper } from '@tanstack/react-table';
import { useFormatter, useTranslations } from 'next-intl';
import { type ReactNode, useMemo, useState } from 'react';
import { DataTable } from '@/components/data-table/data-table';
import { NARROW } from '@/components/data-table/row-metrics';
import type { DataTableFeatures, TableSort } from '@/components/data-table/table-features';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { ShortId } from '@/components/ui/short-id';
import { useMedia } from '@/components/ui/use-media';
import { eniKey } from '@/lib/eni/eni';
import { visibleText } from '@/lib/eni/visible-text';
import type { VSwitch } from '@/lib/eni/vswitch';
import { resourceText } from '@/lib/usage/discovered';
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
  discovered: 'border-map-outline bg-ink-3',
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

function HolderCell({ eni, resource }: Pick<RunRow, 'eni' | 'resource'>) {
  if (resource !== null)
    return (
      <span className="truncate" title={resourceText(resource)}>
        {resource.resourceType} <span className="font-mono text-xs">{resource.resourceId}</span>
      </span>
    );
  if (eni === null) return <span className="text-ink-3">–</span>;
  return eni.name === null ? (
    <span className="truncate font-mono text-xs" title={eni.id}>
      <ShortId id={eni.id} />
    </span>
  ) : (
    <>
      <bdi className="truncate" title={eni.id}>
        {visibleText(eni.name)}
      </bdi>
      <span className="ml-2 hidden font-mono print:inline">{eni.id}</span>
    </>
  );
}

const column = createColumnHelper<DataTableFeatures, RunRow>();
const define = (id: RunColumn, size: number, cell: (row: RunRow) => ReactNode, meta = {}) =>
  column.display({ id, size, header: () => <Label id={id} />, cell: ({ row }) => cell(row.original), meta });

const COLUMNS = [
  define('range', 168, ({ said }) => <span className="truncate font-mono text-xs">{said}</span>, {
    narrow: 'top-start',
  }),
  define('state', 104, ({ state }) => <StateCell state={state} />, { narrow: 'top-end' }),
  define('addresses', 44, ({ length }) => <CountCell count={length} />, {
    align: 'end',
    narrow: 'bottom-end',
  }),
  define('blocks', 44, ({ blocks }) => <CountCell count={blocks} />, { align: 'end' }),
  define('holder', 160, ({ eni, resource }) => <HolderCell eni={eni} resource={resource} />, {
    narrow: 'bottom-start',
  }),
];

const NARROW_COLUMNS: readonly RunColumn[] = ['range', 'state', 'holder', 'addresses'];

type RunsTableProps = {
  vSwitch: VSwitch;
  rows: readonly RunRow[];
  /** The note on addresses taken by something else. */
  note?: ReactNode;
  isPartial?: boolean;
  onView: (change: Partial<UsageView>) => void;
};

const SAVED = [
  ...['first', 'last', 'addresses', 'state', 'eniId', 'eniName', 'status', 'instanceId'],
  ...['resourceId', 'resourceType'],
] as const;

/**
 * Every address of a vSwitch, in rows of equal ones: the same as the pictures, as a table. A row takes the map there
 * and opens the ENI that holds it.
 */
export function RunsTable({ vSwitch, rows: all, note, isPartial = false, onView }: RunsTableProps) {
  const t = useTranslations('usage');
  const isNarrow = useMedia(NARROW);
  const [sort, setSort] = useState<TableSort | null>(null);
  const rows = useMemo(() => sortRuns(all, sort), [all, sort]);
  const open = ({ from, eni }: RunRow) => onView({ at: from, drawer: eni && eniKey(eni) });
  const save = () =>
    saveCsv(
      `${vSwitch.id} addresses`,
      SAVED,
      rows.map(({ from, to, length, state, eni, resource }) => [
        from,
        to,
        length,
        state,
        eni?.id ?? null,
        eni?.name ?? null,
        eni?.status ?? null,
        eni?.instanceId ?? null,
        resource?.resourceId ?? null,
        resource?.resourceType ?? null,
      ]),
    );
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col print:block">
      <h3 className="flex h-8 shrink-0 items-center gap-2 font-semibold">
        {t('asTable')}
        {isPartial && <PartialBadge />}
        <span className="font-normal text-ink-3 text-xs">{t('runs', { count: rows.length })}</span>
        <Button look="quiet" size="small" className="mr-3 ml-auto" onClick={() => void save()}>
          <Icon name="download" size={14} />
          {t('csv')}
        </Button>
      </h3>
      {note}
      <DataTable
        label={t('addresses')}
        columns={COLUMNS}
        visible={isNarrow ? NARROW_COLUMNS : RUN_COLUMNS}
        rows={rows}
        rowKey={({ key }) => key}
        rowName={({ said }) => said}
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
