import 'server-only';
import * as z from 'zod/mini';
import type { Cell } from './client';
import { callUpstream, type Trace } from './upstream';
import { objects, pagingSchema, type WireObject } from './wire';

/** The largest page that the VPC API allows; it has no tokens. */
export const PAGE_SIZE = 50;

export type Listing<T> = {
  action: string;
  params: Record<string, unknown>;
  /** The list in the answer: its wrapper, and its items in that. */
  list: [wrapper: string, item: string];
  schema: z.ZodMiniType<T[]>;
  /** Null leaves a row out. */
  toItem: (row: WireObject) => T | null;
};

/** One page of a list, and how many items all pages have; null where the API does not say. */
export function readNumberedPage<T>(cell: Cell, listing: Listing<T>, pageNumber: number, trace: Trace) {
  const { action, params, list, schema, toItem } = listing;
  return callUpstream(
    cell,
    {
      product: 'vpc',
      action,
      params: { ...params, PageNumber: pageNumber, PageSize: PAGE_SIZE },
      schema: z.object({ rows: schema, total: z.nullable(z.number()) }),
      read: ({ body }) => ({
        rows: objects(body[list[0]], list[1])
          .map(toItem)
          .filter((row) => row !== null),
        total: pagingSchema.parse(body).TotalCount,
      }),
    },
    trace,
  );
}

/**
 * A whole list of the VPC API, each item once. The pages after the first are requested in parallel.
 * @throws ProblemError what a call ended in
 */
export async function readNumberedPages<T extends { id: string }>(
  cell: Cell,
  listing: Listing<T>,
  trace: Trace,
): Promise<T[]> {
  const first = await readNumberedPage(cell, listing, 1, trace);
  const pages = Math.ceil((first.total ?? 0) / PAGE_SIZE);
  const others = await Promise.all(
    Array.from({ length: Math.max(0, pages - 1) }, (_, at) => readNumberedPage(cell, listing, at + 2, trace)),
  );
  const all = [first, ...others].flatMap((page) => page.rows);
  return [...new Map(all.map((item) => [item.id, item])).values()];
}
