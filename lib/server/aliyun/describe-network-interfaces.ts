import 'server-only';
import * as z from 'zod/mini';
import { ROWS_A_PAGE } from '@/lib/eni/api-limits';
import { type Eni, eniSchema } from '@/lib/eni/eni';
import type { RequestParams } from '@/lib/search/reading/sendable';
import type { Cell } from './client';
import { eniListOf, parseEnis } from './eni-list';
import { toRow } from './eni-row';
import { firstObjectText } from './json';
import { callUpstream, type Trace } from './upstream';
import { pagingSchema } from './wire';

/** Rows as they come out of the shared store, if they are ENIs. */
const rowsSchema = z.pipe(
  z.array(eniSchema),
  z.transform((enis) => enis.map(toRow)),
);

const eniRowsSchema = z.object({
  enis: rowsSchema,
  nextToken: z.nullable(z.string()),
  read: z.number(),
  withoutId: z.number(),
});

/** One upstream page: rows as they came, and how many had no id and were left out. */
export type EniRows = z.infer<typeof eniRowsSchema>;

const numberedPageSchema = z.object({
  enis: rowsSchema,
  read: z.number(),
  withoutId: z.number(),
  total: z.nullable(z.number()),
});

/** One numbered page, and how many ENIs there were at that moment; null where the API did not say. */
export type NumberedPage = z.infer<typeof numberedPageSchema>;

const countSchema = z.nullable(z.number());
const rawEniSchema = z.nullable(z.object({ eni: eniSchema, raw: z.string() }));

/** The API clamps MaxResults outside these bounds without an error, so we never send such a value. */
export const MIN_RESULTS = 10;
export const MAX_RESULTS = ROWS_A_PAGE;

const LIST = { product: 'ecs', action: 'DescribeNetworkInterfaces', parse: parseEnis } as const;

/** The rows of a body, and how many had no id. */
function rowsOf(body: Record<string, unknown>, cell: Cell) {
  const { rows, read } = eniListOf(body, cell);
  return { enis: rows, read, withoutId: read - rows.length };
}

/**
 * One page of DescribeNetworkInterfaces in token mode. `size` is MaxResults, 10 to 500. A page may be short or empty
 * and still have a NextToken.
 */
export function describeNetworkInterfaces(
  cell: Cell,
  params: RequestParams,
  paging: { token: string | null; size: number },
  trace: Trace,
): Promise<EniRows> {
  return callUpstream(
    cell,
    {
      ...LIST,
      params: {
        ...params,
        MaxResults: paging.size,
        ...(paging.token !== null && { NextToken: paging.token }),
      },
      schema: eniRowsSchema,
      read: ({ body }) => ({ ...rowsOf(body, cell), nextToken: pagingSchema.parse(body).NextToken }),
    },
    trace,
  );
}

/**
 * One page of DescribeNetworkInterfaces by its number, of up to 1,000 rows, and the count of all rows at that moment.
 * Pages do not depend on each other. The API may send a smaller page than requested, and refuse a deep one; rows shift
 * while ENIs come and go. docs/UPSTREAM.md#page-numbers
 */
export function describeNumberedPage(
  cell: Cell,
  params: RequestParams,
  { number, size }: { number: number; size: number },
  trace: Trace,
): Promise<NumberedPage> {
  return callUpstream(
    cell,
    {
      ...LIST,
      params: { ...params, PageNumber: number, PageSize: size },
      schema: numberedPageSchema,
      read: ({ body }) => ({ ...rowsOf(body, cell), total: pagingSchema.parse(body).TotalCount }),
    },
    trace,
  );
}

/**
 * How many ENIs match these filters, by a one-row call in page-number mode, the only mode whose TotalCount is valid.
 * Null where the API does not say. docs/UPSTREAM.md#total-count
 */
export function countNetworkInterfaces(
  cell: Cell,
  params: RequestParams,
  trace: Trace,
): Promise<number | null> {
  return callUpstream(
    cell,
    {
      ...LIST,
      params: { ...params, PageNumber: 1, PageSize: 1 },
      schema: countSchema,
      read: ({ body }) => pagingSchema.parse(body).TotalCount,
    },
    trace,
  );
}

const firstSchema = z.object({ enis: z.array(eniSchema), total: z.nullable(z.number()) });

/**
 * The first ENIs that match these filters, and how many match, null where the API does not say: in page-number mode, as
 * only its TotalCount is valid.
 */
export function firstNetworkInterfaces(
  cell: Cell,
  params: RequestParams,
  size: number,
  trace: Trace,
): Promise<{ enis: Eni[]; total: number | null }> {
  return callUpstream(
    cell,
    {
      ...LIST,
      params: { ...params, PageNumber: 1, PageSize: size },
      schema: firstSchema,
      read: ({ body }) => ({
        enis: rowsOf(body, cell).enis.map(({ eni }) => eni),
        total: pagingSchema.parse(body).TotalCount,
      }),
    },
    trace,
  );
}

/** One ENI and its upstream JSON, verbatim; null when the API does not know the id. */
export function describeNetworkInterface(
  cell: Cell,
  id: string,
  trace: Trace,
): Promise<{ eni: Eni; raw: string } | null> {
  return callUpstream(
    cell,
    {
      ...LIST,
      params: { NetworkInterfaceId: [id], MaxResults: MIN_RESULTS },
      schema: rawEniSchema,
      read: ({ body, bytes }) => {
        const [row] = rowsOf(body, cell).enis;
        const raw = firstObjectText(bytes.toString(), 'NetworkInterfaceSet') ?? '';
        return row?.id === id ? { eni: row.eni, raw } : null;
      },
    },
    trace,
  );
}
