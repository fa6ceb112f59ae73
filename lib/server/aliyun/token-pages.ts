import 'server-only';
import * as z from 'zod/mini';
import type { Cell } from './client';
import type { Product } from './endpoints';
import { callUpstream, type Trace } from './upstream';
import { objects, pagingSchema, type WireObject } from './wire';

/** A list that goes on by NextToken. */
export type TokenListing<T> = {
  product: Product;
  action: string;
  params: Record<string, unknown>;
  /** What the parameter for the page size is called, and its largest value. */
  size: readonly [name: string, most: number];
  /** The list in the answer: its wrapper, and its items in that. */
  list: readonly [wrapper: string, item: string];
  schema: z.ZodMiniType<T>;
  /** Null leaves a row out. */
  toItem: (row: WireObject) => T | null;
};

/**
 * A whole list, page after page; an item that comes twice is in it twice. A repeated token ends it, as reading on would
 * go round in circles.
 * @throws ProblemError what a call ended in
 */
export async function readTokenPages<T>(cell: Cell, listing: TokenListing<T>, trace: Trace): Promise<T[]> {
  const { product, action, params, size, list, toItem } = listing;
  const schema = z.object({ rows: z.array(listing.schema), nextToken: z.nullable(z.string()) });
  const found: T[] = [];
  const tokens = new Set<string>();
  let token: string | null = null;
  do {
    const page: { rows: T[]; nextToken: string | null } = await callUpstream(
      cell,
      {
        product,
        action,
        params: { ...params, [size[0]]: size[1], ...(token !== null && { NextToken: token }) },
        schema,
        read: ({ body }) => ({
          rows: objects(body[list[0]], list[1])
            .map(toItem)
            .filter((row) => row !== null),
          nextToken: pagingSchema.parse(body).NextToken,
        }),
      },
      trace,
    );
    found.push(...page.rows);
    token = page.nextToken;
    if (token !== null && tokens.has(token)) break;
    if (token !== null) tokens.add(token);
  } while (token !== null);
  return found;
}
