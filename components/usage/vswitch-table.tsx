'use client';

import { createColumnHelper } from '@tanstack/react-table';
import { useFormatter, useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { DataTable } from '@/components/data-table/data-table';
import { NARROW } from '@/components/data-table/row-metrics';
import type { DataTableFeatures, TableSort } from '@/components/data-table/table-features';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { ShortId } from '@/components/ui/short-id';
import { useMedia } from '@/components/ui/use-media';
import { visibleText } from '@/lib/eni/visible-text';
import type { VSwitch } from '@/lib/eni/vswitch';
import type { Measures } from '@/lib/usage/measure';
import { percentOf } from '@/lib/usage/pressure';
import {
  sortVSwitches,
  VSWITCH_COLUMNS,
  VSWITCH_CSV,
  type VSwitchColumn,
  type VSwitchRow,
  vSwitchRows,
} from '@/lib/usage/vswitch-rows';
import { saveCsv } from './save-csv';

function Label({ id }: { id: VSwitchColumn }) {
  return useTranslations('usage')(`column.${id}`);
}

function NumberCell({ value }: { value: number | null }) {
  const format = useFormatter();
  return <span className="text-ink-2">{value === null ? '–' : format.number(value)}</span>;
}

function ShareCell({ share }: { share: number | null }) {
  if (share === null) return <span className="text-ink-3">–</span>;
  const percent = percentOf(share);
  return (
    <span className="flex w-full items-center gap-2">
      <span className="w-8 text-end font-medium">{percent}</span>
      <span aria-hidden="true" className="h-1.5 min-w-8 flex-1 overflow-hidden rounded-full bg-line">
        <span className="block h-full bg-ink-3" style={{ width: `${percent}%` }} />
      </span>
    </span>
  );
}

const mono = (text: string | null) => <span className="truncate font-mono text-xs">{text ?? '–'}</span>;

const idOf = ({ id }: VSwitch) => (
  <span className="truncate font-mono text-xs" title={id}>
    <ShortId id={id} />
  </span>
);

const column = createColumnHelper<DataTableFeatures, VSwitchRow>();
const define = (id: VSwitchColumn, size: number, cell: (row: VSwitchRow) => React.ReactNode, meta = {}) =>
  column.display({ id, size, header: () => <Label id={id} />, cell: ({ row }) => cell(row.original), meta });

const COLUMNS = [
  define(
    'name',
    156,
    ({ vSwitch }) =>
      vSwitch.name === null ? (
        idOf(vSwitch)
      ) : (
        <bdi className="truncate font-medium">{visibleText(vSwitch.name)}</bdi>
      ),
    { narrow: 'top-start' },
  ),
  define('cidr', 148, ({ vSwitch }) => mono(vSwitch.cidrBlock), { narrow: 'bottom-start' }),
  define('share', 116, ({ figures }) => <ShareCell share={figures.share} />, {
    narrow: 'top-end',
  }),
  define('taken', 72, ({ figures }) => <NumberCell value={figures.taken} />, { align: 'end' }),
  define('free', 72, ({ figures }) => <NumberCell value={figures.free} />, {
    align: 'end',
    narrow: 'bottom-end',
  }),
  define('used', 72, ({ figures }) => <NumberCell value={figures.used} />, { align: 'end' }),
  define('blocks', 64, ({ measures }) => <NumberCell value={measures?.freeBlocks ?? null} />, {
    align: 'end',
  }),
  define('zone', 112, ({ vSwitch }) => <span className="truncate text-ink-2">{vSwitch.zoneId ?? '–'}</span>),
  define('id', 186, ({ vSwitch }) => idOf(vSwitch)),
];

const NARROW_COLUMNS: readonly VSwitchColumn[] = ['name', 'share', 'cidr', 'free'];
/** Without these two columns, which are empty until every ENI has been read. */
const LIST_COLUMNS = VSWITCH_COLUMNS.filter((id) => id !== 'used' && id !== 'blocks');
const FULLEST: TableSort = { column: 'share', descending: true };

/** The vSwitches as a table: the twin of the tiles. */
export function VSwitchTable({
  vSwitches,
  measures,
  onOpen,
}: {
  vSwitches: readonly VSwitch[];
  /** By the key of each; null until every ENI has been read. */
  measures: ReadonlyMap<string, Measures> | null;
  onOpen: (id: string) => void;
}) {
  const t = useTranslations('usage');
  const isNarrow = useMedia(NARROW);
  const [sort, setSort] = useState<TableSort | null>(FULLEST);
  const rows = useMemo(
    () => sortVSwitches(vSwitchRows(vSwitches, measures), sort),
    [vSwitches, measures, sort],
  );
  const visible = measures === null ? LIST_COLUMNS : VSWITCH_COLUMNS;
  const save = () =>
    saveCsv(
      'vswitches',
      VSWITCH_CSV.map(({ name }) => name),
      rows.map((row) => VSWITCH_CSV.map(({ read }) => read(row))),
    );
  return (
    <section
      aria-label={t('asTable')}
      className="flex min-h-0 min-w-0 flex-col max-[1180px]:border-line-strong max-[1180px]:border-t"
    >
      <h2 className="flex h-8 shrink-0 items-center px-4 font-semibold">
        {t('asTable')}
        <Button look="quiet" size="small" className="ml-auto" onClick={() => void save()}>
          <Icon name="download" size={14} />
          {t('csv')}
        </Button>
      </h2>
      <DataTable
        label={t('asTable')}
        columns={COLUMNS}
        visible={isNarrow ? NARROW_COLUMNS : visible}
        rows={rows}
        rowKey={({ key }) => key}
        rowName={({ vSwitch }) => visibleText(vSwitch.name ?? vSwitch.id)}
        selected={null}
        sort={sort}
        onSort={setSort}
        onOpen={({ vSwitch }) => onOpen(vSwitch.id)}
        more={false}
        density="compact"
      />
    </section>
  );
}
