import { createColumnHelper } from '@tanstack/react-table';
import type { ReactNode } from 'react';
import type { DataColumnMeta, DataTableFeatures, NarrowPlace } from '@/components/data-table/table-features';
import type { Eni } from '@/lib/eni/eni';
import { COLUMN_IDS, type ColumnId, ENI_COLUMNS } from '@/lib/search/columns';
import { AddressCell } from './cells/address-cell';
import { BoolCell } from './cells/bool-cell';
import { CountCell } from './cells/count-cell';
import { DateCell } from './cells/date-cell';
import { EipCell } from './cells/eip-cell';
import { IdCell } from './cells/id-cell';
import { InstanceCell } from './cells/instance-cell';
import { ListCell } from './cells/list-cell';
import { NameCell } from './cells/name-cell';
import { OwnerCell } from './cells/owner-cell';
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
  vswitch: (eni) => <IdCell id={eni.vSwitchId} />,
  zone: (eni) => <WordCell word={eni.zoneId} />,
  created: (eni) => <DateCell moment={eni.creationTime} />,
  id: (eni) => <IdCell id={eni.id} />,
  tags: (eni) => <TagsCell tags={eni.tags} />,
  account: (eni) => <WordCell word={eni.account} />,
  region: (eni) => <WordCell word={eni.region} />,
  vpc: (eni) => <IdCell id={eni.vpcId} />,
  owner: (eni) => <OwnerCell eni={eni} />,
  ips: (eni) => <CountCell count={eni.privateIps.length} />,
  ipv6: (eni) => <ListCell items={eni.ipv6Addresses.map((ip) => ip.ipv6Address)} whole />,
  prefix: (eni) => <ListCell items={[...eni.ipv4Prefixes, ...eni.ipv6Prefixes]} whole />,
  sg: (eni) => <ListCell items={eni.securityGroupIds} />,
  rg: (eni) => <IdCell id={eni.resourceGroupId} />,
  mac: (eni) => <IdCell id={eni.macAddress} whole />,
  mode: (eni) => <WordCell word={eni.trafficMode} />,
  managed: (eni) => <BoolCell flag={eni.serviceManaged} />,
  deleteOnRelease: (eni) => <BoolCell flag={eni.deleteOnRelease} />,
  description: (eni) => <TextCell text={eni.description} />,
};

const NARROW: Partial<Record<ColumnId, NarrowPlace>> = {
  name: 'top-start',
  status: 'top-end',
  ip: 'bottom-start',
  eip: 'bottom-end',
};

/** The columns that two-line rows show, whatever the wide table shows. */
export const NARROW_COLUMNS = Object.keys(NARROW) as ColumnId[];

function metaOf(id: ColumnId): DataColumnMeta {
  const narrow = NARROW[id];
  return { ...(id === 'ips' && { align: 'end' as const }), ...(narrow && { narrow }) };
}

const column = createColumnHelper<DataTableFeatures, Eni>();

export const eniColumns = COLUMN_IDS.map((id) =>
  column.display({
    id,
    size: ENI_COLUMNS[id].width,
    header: () => <ColumnLabel id={id} />,
    cell: ({ row }) => CELLS[id](row.original),
    meta: metaOf(id),
  }),
);
