import 'server-only';
import type { Eni } from '@/lib/eni/eni';
import type { RequestParams } from '@/lib/search/sendable';
import { type Cell, callUpstream, type Trace } from './client';
import { firstObjectText } from './json';
import { toEni } from './normalise';
import { items, pagingSchema } from './wire';

/** One upstream page: rows as they came, and how many had no id and were left out. */
export type EniRows = { enis: Eni[]; nextToken: string | null; read: number; withoutId: number };

/** MaxResults outside these bounds is clamped upstream in silence, so it is never sent. */
export const MIN_RESULTS = 10;
export const MAX_RESULTS = 500;

function rowsOf(body: Record<string, unknown>): unknown[] {
  return items(body.NetworkInterfaceSets, 'NetworkInterfaceSet');
}

/**
 * One page of DescribeNetworkInterfaces in token mode. `size` is MaxResults, 10 to 500. A page may be short or empty
 * and still have a NextToken.
 */
export async function describeNetworkInterfaces(
  cell: Cell,
  params: RequestParams,
  paging: { token: string | null; size: number },
  trace: Trace,
): Promise<EniRows> {
  const { body } = await callUpstream(
    cell,
    {
      product: 'ecs',
      action: 'DescribeNetworkInterfaces',
      params: {
        ...params,
        MaxResults: paging.size,
        ...(paging.token !== null && { NextToken: paging.token }),
      },
    },
    trace,
  );
  const rows = rowsOf(body);
  const enis = rows.map((row) => toEni(row, cell.account.name, cell.region)).filter((eni) => eni !== null);
  return {
    enis,
    nextToken: pagingSchema.parse(body).NextToken,
    read: rows.length,
    withoutId: rows.length - enis.length,
  };
}

/**
 * How many ENIs these filters leave, by a one-row call in page-number mode, the only mode whose TotalCount is valid.
 * Null where the API does not say. docs/UPSTREAM.md#total-count
 */
export async function countNetworkInterfaces(
  cell: Cell,
  params: RequestParams,
  trace: Trace,
): Promise<number | null> {
  const { body } = await callUpstream(
    cell,
    {
      product: 'ecs',
      action: 'DescribeNetworkInterfaces',
      params: { ...params, PageNumber: 1, PageSize: 1 },
    },
    trace,
  );
  return pagingSchema.parse(body).TotalCount;
}

/** One ENI and its upstream JSON, verbatim; null when the API does not know the id. */
export async function describeNetworkInterface(
  cell: Cell,
  id: string,
  trace: Trace,
): Promise<{ eni: Eni; raw: string } | null> {
  const { body, text } = await callUpstream(
    cell,
    {
      product: 'ecs',
      action: 'DescribeNetworkInterfaces',
      params: { NetworkInterfaceId: [id], MaxResults: MIN_RESULTS },
    },
    trace,
  );
  const eni = toEni(rowsOf(body)[0], cell.account.name, cell.region);
  return eni && eni.id === id ? { eni, raw: firstObjectText(text, 'NetworkInterfaceSet') ?? '' } : null;
}
