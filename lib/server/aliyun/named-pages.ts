import 'server-only';
import * as z from 'zod/mini';
import type { Cell } from './client';
import { callUpstream, type Trace } from './upstream';
import { id, text } from './values';
import { objects, pagingSchema } from './wire';

/** The most ids, and rows, of one call. */
export const MOST_IDS = 100;

const pageSchema = z.object({
  rows: z.array(z.object({ id: z.string(), name: z.nullable(z.string()) })),
  nextToken: z.nullable(z.string()),
});

/** An id and the name of its resource; null where that has none. */
export type Named = z.infer<typeof pageSchema>['rows'][number];

/** An ECS action that takes ids as a JSON array in one string, and what its rows call id and name. */
type Listing = {
  action: string;
  idsParam: string;
  list: [wrapper: string, item: string];
  id: string;
  name: string;
};

function readPage(cell: Cell, listing: Listing, ids: readonly string[], token: string | null, trace: Trace) {
  const { action, idsParam, list } = listing;
  return callUpstream(
    cell,
    {
      product: 'ecs',
      action,
      params: {
        [idsParam]: JSON.stringify(ids),
        MaxResults: MOST_IDS,
        ...(token !== null && { NextToken: token }),
      },
      schema: pageSchema,
      read: ({ body }) => ({
        rows: objects(body[list[0]], list[1]).flatMap((row) => {
          const rowId = id(row[listing.id]);
          return rowId === null ? [] : [{ id: rowId, name: text(row[listing.name]) }];
        }),
        nextToken: pagingSchema.parse(body).NextToken,
      }),
    },
    trace,
  );
}

/**
 * Ids and names of up to 100 ids, each once; those that the API does not know are absent. One call, unless the API
 * sends a page short.
 * @throws ProblemError what a call ended in
 */
export async function readNamedPages(
  cell: Cell,
  listing: Listing,
  ids: readonly string[],
  trace: Trace,
): Promise<Named[]> {
  const found = new Map<string, Named>();
  const tokens = new Set<string>();
  let token: string | null = null;
  do {
    const page: z.infer<typeof pageSchema> = await readPage(cell, listing, ids, token, trace);
    for (const row of page.rows) found.set(row.id, row);
    token = page.nextToken;
    // Either everything requested is here, or the token repeats and would go round in circles.
    if (found.size >= ids.length || (token !== null && tokens.has(token))) break;
    if (token !== null) tokens.add(token);
  } while (token !== null);
  return [...found.values()];
}
