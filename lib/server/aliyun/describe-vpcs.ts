import 'server-only';
import * as z from 'zod/mini';
import { type Vpc, vpcSchema } from '@/lib/eni/vswitch';
import type { Cell } from './client';
import { type Listing, readNumberedPage, readNumberedPages } from './numbered-pages';
import type { Trace } from './upstream';
import { bigId, flag, id, text } from './values';
import { items, objects, type WireObject } from './wire';

function toVpc(row: WireObject, { account, region }: Cell): Vpc | null {
  const vpcId = id(row.VpcId);
  if (vpcId === null) return null;
  const secondary = items(row.SecondaryCidrBlocks, 'SecondaryCidrBlock').map(id);
  const ipv6 = objects(row.Ipv6CidrBlocks, 'Ipv6CidrBlock').map((block) => id(block.Ipv6CidrBlock));
  return {
    account: account.name,
    region,
    id: vpcId,
    name: text(row.VpcName),
    cidrBlock: id(row.CidrBlock),
    secondaryCidrBlocks: secondary.filter((block) => block !== null),
    ipv6CidrBlocks: (ipv6.length > 0 ? ipv6 : [id(row.Ipv6CidrBlock)]).filter((block) => block !== null),
    ownerId: bigId(row.OwnerId),
    isDefault: flag(row.IsDefault),
  };
}

function listing(cell: Cell, params: Record<string, unknown>): Listing<Vpc> {
  return {
    action: 'DescribeVpcs',
    params,
    list: ['Vpcs', 'Vpc'],
    schema: z.array(vpcSchema),
    toItem: (row) => toVpc(row, cell),
  };
}

/**
 * Every VPC of a region, each once.
 * @throws ProblemError what the call ended in
 */
export function describeVpcs(cell: Cell, trace: Trace): Promise<Vpc[]> {
  return readNumberedPages(cell, listing(cell, {}), trace);
}

/** The most ids that one call may name. */
export const MOST_VPC_IDS = 20;

/**
 * The VPCs with these ids, at most 20; unknown ones are absent. docs/UPSTREAM.md#names
 * @throws ProblemError what the call ended in
 */
export async function describeVpcsById(cell: Cell, ids: readonly string[], trace: Trace): Promise<Vpc[]> {
  return (await readNumberedPage(cell, listing(cell, { VpcId: ids.join(',') }), 1, trace)).rows;
}
