import { createColumnHelper } from '@tanstack/react-table';
import type { ReactNode } from 'react';
import type { DataColumnMeta, DataTableFeatures, NarrowPlace } from '@/components/data-table/table-features';
import type { Eni } from '@/lib/eni/eni';
import { privateAddressCount } from '@/lib/eni/eni-address';
import {
  COLUMN_IDS,
  type ColumnId,
  columnDefinition,
  isColumnId,
  type TableColumn,
  tagKeyOf,
} from '@/lib/search/columns';
import type { EniRow, ExplorerRow } from '@/lib/search/table-rows';
import { AddressCell } from './cells/address-cell';
import { BoolCell } from './cells/bool-cell';
import { CountCell } from './cells/count-cell';
import { DateCell } from './cells/date-cell';
import { EipCell } from './cells/eip-cell';
import { GroupsCell } from './cells/groups-cell';
import { IdCell } from './cells/id-cell';
import { InstanceCell } from './cells/instance-cell';
import { ListCell } from './cells/list-cell';
import { NameCell } from './cells/name-cell';
import { NamedCell } from './cells/named-cell';
import { OwnerCell } from './cells/owner-cell';
import { PodCell } from './cells/pod-cell';
import { RowAddressCell, RowEipCell } from './cells/row-address-cell';
import { StatusCell } from './cells/status-cell';
import { TagsCell } from './cells/tags-cell';
import { TextCell } from './cells/text-cell';
import { WordCell } from './cells/word-cell';
import { ColumnLabel } from './column-label';

const CELLS: Record<ColumnId, (eni: Eni) => ReactNode> = {
  name: (eni) => <NameCell eni={eni} />,
  status: (eni) => <StatusCell status={eni.status} />,
  type: (eni) => <WordCell word={eni.type} />,
  ip: (eni) => <AddressCell eni={eni} />,
  eip: (eni) => <EipCell eni={eni} />,
  instance: (eni) => <InstanceCell eni={eni} />,
  vswitch: (eni) => <NamedCell id={eni.vSwitchId} />,
  zone: (eni) => <WordCell word={eni.zoneId} />,
  created: (eni) => <DateCell moment={eni.creationTime} />,
  id: (eni) => <IdCell id={eni.id} />,
  tags: (eni) => <TagsCell tags={eni.tags} />,
  account: (eni) => <WordCell word={eni.account} />,
  region: (eni) => <WordCell word={eni.region} />,
  vpc: (eni) => <NamedCell id={eni.vpcId} />,
  owner: (eni) => <OwnerCell eni={eni} />,
  ips: (eni) => <CountCell count={privateAddressCount(eni)} />,
  ipv6: (eni) => <ListCell items={eni.ipv6Addresses.map((ip) => ip.ipv6Address)} whole />,
  prefix: (eni) => <ListCell items={[...eni.ipv4Prefixes, ...eni.ipv6Prefixes]} whole />,
  sg: (eni) => <GroupsCell ids={eni.securityGroupIds} />,
  rg: (eni) => <IdCell id={eni.resourceGroupId} />,
  mac: (eni) => <IdCell id={eni.macAddress} whole />,
  mode: (eni) => <WordCell word={eni.trafficMode} />,
  managed: (eni) => <BoolCell flag={eni.serviceManaged} />,
  deleteOnRelease: (eni) => <BoolCell flag={eni.deleteOnRelease} />,
  pod: (eni) => <PodCell eni={eni} address={null} />,
  description: (eni) => <TextCell text={eni.description} />,
};

const NARROW: Partial<Record<TableColumn, NarrowPlace>> = {
  name: 'top-start',
  status: 'top-end',
  ip: 'bottom-start',
  eip: 'bottom-end',
  account: 'bottom-end',
};

/** The columns that two-line rows show, whatever the wide table shows; of several accounts each row says whose it is. */
export function narrowColumns(shown: readonly TableColumn[]): readonly ColumnId[] {
  return shown.includes('account') ? OF_ACCOUNTS : OF_ONE;
}

const OF_ONE: readonly ColumnId[] = ['name', 'status', 'ip', 'eip'];
const OF_ACCOUNTS: readonly ColumnId[] = ['name', 'status', 'ip', 'account'];

function metaOf(id: TableColumn): DataColumnMeta {
  const narrow = NARROW[id];
  return { ...(id === 'ips' && { align: 'end' as const }), ...(narrow && { narrow }) };
}

function cellOf(id: TableColumn, { eni, address }: EniRow): ReactNode {
  if (address && id === 'ip') return <RowAddressCell address={address} />;
  if (address && id === 'pod') return <PodCell eni={eni} address={address.address} />;
  if (address && id === 'eip') return <RowEipCell address={address} />;
  if (isColumnId(id)) return CELLS[id](eni);
  const tag = eni.tags.find(({ key }) => key === tagKeyOf(id));
  return <TextCell text={tag?.value ?? null} />;
}

const column = createColumnHelper<DataTableFeatures, ExplorerRow>();

function toColumn(id: TableColumn) {
  return column.display({
    id,
    size: columnDefinition(id).width,
    header: () => <ColumnLabel id={id} />,
    cell: ({ row }) => (row.original.kind === 'eni' ? cellOf(id, row.original) : null),
    meta: metaOf(id),
  });
}

const OWN = COLUMN_IDS.map(toColumn);
const lists = new Map<string, typeof OWN>();

/** Every column that may be shown: those of the definition and the tag keys among these. The same list for the same. */
export function eniColumns(shown: readonly TableColumn[]) {
  const tags = shown.filter((id) => tagKeyOf(id) !== null);
  const key = tags.join('\n');
  const list = lists.get(key) ?? (tags.length === 0 ? OWN : [...OWN, ...tags.map(toColumn)]);
  lists.set(key, list);
  return list;
}
