import 'server-only';
import * as z from 'zod/mini';
import { type VSwitch, vSwitchSchema } from '@/lib/eni/vswitch';
import type { Cell } from './client';
import { readNumberedPages } from './numbered-pages';
import type { Trace } from './upstream';
import { bigId, flag, id, number, tagsOf, text } from './values';
import type { WireObject } from './wire';

function toVSwitch(row: WireObject, { account, region }: Cell): VSwitch | null {
  const vSwitchId = id(row.VSwitchId);
  if (vSwitchId === null) return null;
  return {
    account: account.name,
    region,
    id: vSwitchId,
    name: text(row.VSwitchName),
    vpcId: id(row.VpcId),
    vpcName: null,
    zoneId: id(row.ZoneId),
    cidrBlock: id(row.CidrBlock),
    ipv6CidrBlock: id(row.Ipv6CidrBlock),
    availableIpAddressCount: number(row.AvailableIpAddressCount),
    status: text(row.Status),
    shared: text(row.ShareType) !== null,
    ownerId: bigId(row.OwnerId),
    isDefault: flag(row.IsDefault),
    resourceGroupId: id(row.ResourceGroupId),
    creationTime: text(row.CreationTime),
    tags: tagsOf(row.Tags, 'Key', 'Value'),
  };
}

/**
 * Every vSwitch of a region, or of one VPC of it; each once. `vpcName` is null: it is DescribeVpcs that has it.
 * @throws ProblemError what the call ended in
 */
export function describeVSwitches(cell: Cell, vpcId: string | null, trace: Trace): Promise<VSwitch[]> {
  return readNumberedPages(
    cell,
    {
      action: 'DescribeVSwitches',
      params: vpcId === null ? {} : { VpcId: vpcId },
      list: ['VSwitches', 'VSwitch'],
      schema: z.array(vSwitchSchema),
      toItem: (row) => toVSwitch(row, cell),
    },
    trace,
  );
}
