'use client';

import { createColumnHelper } from '@tanstack/react-table';
import { useFormatter, useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { DataTable } from '@/components/data-table/data-table';
import type { DataTableFeatures, TableSort } from '@/components/data-table/table-features';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { shownName } from '@/lib/eni/visible-text';
import { formatIpv4 } from '@/lib/usage/ipv4';
import { PART_COLUMNS, type PartColumn, type PartRow, partRows, sortParts } from '@/lib/usage/vpc-lines';
import type { VpcBlock } from '@/lib/usage/vpc-map';
import { saveCsv } from './save-csv';

function Label({ id }: { id: PartColumn }) {
  return useTranslations('usage')(`part.${id}`);
}

function KindCell({ kind }: { kind: PartRow['kind'] }) {
  return useTranslations('usage')(`partKind.${kind}`);
}

function CountCell({ count }: { count: number }) {
  return useFormatter().number(count);
}

function NameCell({ row }: { row: PartRow }) {
  const t = useTranslations('usage');
  if (row.largest !== null)
    return <span className="truncate text-ink-3">{t('largestGap', { cidr: row.largest })}</span>;
  return <bdi className="truncate">{row.vSwitches.map(shownName).join(', ')}</bdi>;
}

const column = createColumnHelper<DataTableFeatures, PartRow>();
const define = (id: PartColumn, size: number, cell: (row: PartRow) => React.ReactNode, meta = {}) =>
  column.display({ id, size, header: () => <Label id={id} />, cell: ({ row }) => cell(row.original), meta });

const COLUMNS = [
  define('range', 200, ({ said }) => <span className="truncate font-mono text-xs">{said}</span>, {
    narrow: 'top-start',
  }),
  define('kind', 104, ({ kind }) => <KindCell kind={kind} />, { narrow: 'top-end' }),
  define('addresses', 96, ({ length }) => <CountCell count={length} />, {
    align: 'end',
    narrow: 'bottom-end',
  }),
  define('name', 260, (row) => <NameCell row={row} />, { narrow: 'bottom-start' }),
];

type VpcTableProps = { id: string; blocks: readonly VpcBlock[]; onOpen: (vSwitchId: string) => void };

/** All of a VPC as rows: the twin of its lines. */
export function VpcTable({ id, blocks, onOpen }: VpcTableProps) {
  const t = useTranslations('usage');
  const [sort, setSort] = useState<TableSort | null>(null);
  const all = useMemo(() => partRows(blocks), [blocks]);
  const rows = useMemo(() => sortParts(all, sort), [all, sort]);
  const save = () =>
    saveCsv(
      `${id} CIDRs`,
      ['first', 'last', 'addresses', 'kind', 'vSwitchId', 'largestCidr'],
      all.map(({ first, length, kind, vSwitches, largest }) => [
        formatIpv4(first),
        formatIpv4(first + length - 1),
        length,
        kind,
        vSwitches.map((each) => each.id).join(' '),
        largest,
      ]),
    );
  return (
    <div className="flex min-h-0 flex-1 flex-col border-line border-t">
      <h3 className="flex h-8 shrink-0 items-center gap-2 px-5 font-semibold max-[720px]:px-3">
        {t('asTable')}
        <Button look="quiet" size="small" className="ml-auto" onClick={() => void save()}>
          <Icon name="download" size={14} />
          {t('csv')}
        </Button>
      </h3>
      <DataTable
        label={t('vpcParts')}
        columns={COLUMNS}
        visible={PART_COLUMNS}
        rows={rows}
        rowKey={({ key }) => key}
        rowName={({ said }) => said}
        selected={null}
        sort={sort}
        onSort={setSort}
        onOpen={({ vSwitches: [vSwitch] }) => vSwitch && onOpen(vSwitch.id)}
        more={false}
        density="compact"
      />
    </div>
  );
}
