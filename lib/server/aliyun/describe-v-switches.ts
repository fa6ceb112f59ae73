import 'server-only';
import * as z from 'zod/mini';
import { type VSwitch, vSwitchSchema } from '@/lib/eni/vswitch';
import type { Cell } from './client';
import { type Listing, PAGE_SIZE, readNumberedPage, readNumberedPages } from './numbered-pages';
import type { Trace } from './upstream';
import { bigId, flag, id, tagsOf, text, time, whole } from './values';
import type { WireObject } from './wire';

/** A vSwitch as the API lists it; null where it has no id. */
export function toVSwitch(row: WireObject, { account, region }: Cell): VSwitch | null {
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
    availableIpAddressCount: whole(row.AvailableIpAddressCount),
    status: text(row.Status),
    shared: text(row.ShareType) !== null,
    ownerId: bigId(row.OwnerId),
    isDefault: flag(row.IsDefault),
    resourceGroupId: id(row.ResourceGroupId),
    creationTime: time(row.CreationTime),
    tags: tagsOf(row.Tags, 'Key', 'Value'),
  };
}

function listing(cell: Cell, params: Record<string, unknown>): Listing<VSwitch> {
  return {
    action: 'DescribeVSwitches',
    params,
    list: ['VSwitches', 'VSwitch'],
    schema: z.array(vSwitchSchema),
    toItem: (row) => toVSwitch(row, cell),
  };
}

/**
 * Every vSwitch of a region, or of one VPC of it; each once. `vpcName` is null: only DescribeVpcs has it.
 * @throws ProblemError what the call ended in
 */
export function describeVSwitches(cell: Cell, vpcId: string | null, trace: Trace): Promise<VSwitch[]> {
  return readNumberedPages(cell, listing(cell, vpcId === null ? {} : { VpcId: vpcId }), trace);
}

/**
 * The vSwitches with these ids; unknown ones are absent. The API takes one id a call, so the region's own list is read
 * instead where that takes fewer calls. docs/UPSTREAM.md#names
 * @throws ProblemError what a call ended in
 */
export async function describeVSwitchesById(
  cell: Cell,
  ids: readonly string[],
  trace: Trace,
): Promise<VSwitch[]> {
  const byId = async (id: string) =>
    (await readNumberedPage(cell, listing(cell, { VSwitchId: id }), 1, trace)).rows;
  if (ids.length <= 1) return (await Promise.all(ids.map(byId))).flat();
  const all = listing(cell, {});
  const first = await readNumberedPage(cell, all, 1, trace);
  const missing = ids.filter((id) => first.rows.every((row) => row.id !== id));
  const pages = Math.max(0, Math.ceil((first.total ?? 0) / PAGE_SIZE) - 1);
  const others =
    pages < missing.length
      ? Array.from(
          { length: pages },
          async (_, at) => (await readNumberedPage(cell, all, at + 2, trace)).rows,
        )
      : missing.map(byId);
  const found = [...first.rows, ...(await Promise.all(others)).flat()];
  return [...new Map(found.map((row) => [row.id, row])).values()].filter(({ id }) => ids.includes(id));
}
