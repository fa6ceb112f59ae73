import 'server-only';
import { z } from 'zod';

/**
 * Upstream bodies, read loosely: a field of another shape counts as absent, a row is a bag of unknowns. Lists come
 * wrapped (`Tags.Tag[]`), as a single object, bare, null, "" or not at all; `items` reads all of these.
 * docs/UPSTREAM.md#lists
 */
export type WireObject = Record<string, unknown>;

export function isObject(value: unknown): value is WireObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The items of a list whatever its wrapping. */
export function items(list: unknown, item: string): unknown[] {
  const inner = isObject(list) && item in list ? list[item] : list;
  if (Array.isArray(inner)) return inner;
  if (inner === null || inner === undefined || inner === '') return [];
  // An empty wrapper is not an item; a lone item may come without its list.
  return isObject(inner) && Object.keys(inner).length === 0 ? [] : [inner];
}

export function objects(list: unknown, item: string): WireObject[] {
  return items(list, item).filter(isObject);
}

const token = z
  .string()
  .transform((text) => (text === '' ? null : text))
  .nullable()
  .catch(null);

/** NextToken: absent, null and "" all end a list. TotalCount counts only in page-number mode. */
export const pagingSchema = z.object({
  NextToken: token,
  TotalCount: z.number().int().nonnegative().nullable().catch(null),
});
