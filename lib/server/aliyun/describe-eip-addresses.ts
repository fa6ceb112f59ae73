import 'server-only';
import * as z from 'zod/mini';
import { type AskedEip, askedEipSchema } from '@/lib/eni/ask';
import type { Cell } from './client';
import { type Listing, PAGE_SIZE, readNumberedPage } from './numbered-pages';
import type { Trace } from './upstream';
import { id, text } from './values';
import type { WireObject } from './wire';

function toEip(row: WireObject): AskedEip | null {
  const ipAddress = id(row.IpAddress);
  if (ipAddress === null) return null;
  return {
    ipAddress,
    allocationId: id(row.AllocationId),
    instanceId: id(row.InstanceId),
    instanceType: id(row.InstanceType),
    privateIpAddress: id(row.PrivateIpAddress),
    name: text(row.Name),
  };
}

const listing = (params: Record<string, unknown>): Listing<AskedEip> => ({
  action: 'DescribeEipAddresses',
  params,
  list: ['EipAddresses', 'EipAddress'],
  schema: z.array(askedEipSchema),
  toItem: toEip,
});

/** An EIP to look up: by its address, or by its allocation id. */
export type EipKey = { EipAddress: string } | { AllocationId: string };

/**
 * The requested EIPs of a region; those that it does not have are absent. A single EIP is requested by itself. We do
 * not know whether the API takes a list, so several are looked up in the region's own list where that takes fewer
 * calls: nearly everywhere it takes one. docs/UPSTREAM.md#eips
 * @throws ProblemError what a call ended in
 */
export async function describeEips(cell: Cell, keys: readonly EipKey[], trace: Trace): Promise<AskedEip[]> {
  const byKey = async (key: EipKey) => (await readNumberedPage(cell, listing(key), 1, trace)).rows;
  const isAsked = (eip: AskedEip) =>
    keys.some((key) =>
      'EipAddress' in key ? key.EipAddress === eip.ipAddress : key.AllocationId === eip.allocationId,
    );
  if (keys.length <= 1) return (await Promise.all(keys.map(byKey))).flat().filter(isAsked);
  const all = listing({});
  const first = await readNumberedPage(cell, all, 1, trace);
  const pages = Math.max(0, Math.ceil((first.total ?? 0) / PAGE_SIZE) - 1);
  const others =
    pages < keys.length
      ? Array.from({ length: pages }, (_, at) => readNumberedPage(cell, all, at + 2, trace))
      : keys.map(async (key) => ({ rows: await byKey(key) }));
  const found = [...first.rows, ...(await Promise.all(others)).flatMap(({ rows }) => rows)];
  return [...new Map(found.map((eip) => [eip.ipAddress, eip])).values()].filter(isAsked);
}
