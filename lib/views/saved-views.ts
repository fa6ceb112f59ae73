import * as z from 'zod/mini';
import { toQueryString } from '@/lib/search/params';

/**
 * A search and how it is looked at, under a name. `query` is the explorer's query string without the open drawer;
 * parts of it that this version does not know stay in it. Fields of another version are kept as they are.
 */
export type SavedView = {
  id: string;
  name: string;
  query: string;
  /** ISO 8601; null where a file by hand does not say. */
  createdAt: string | null;
  /** The view that the explorer opens with. At most one is. */
  isDefault: boolean;
};

/**
 * All that one browser keeps.
 * - `unread`: what stands among the views and is none that this version knows; written back as it was.
 * - `rest`: fields beside the views, of another version.
 */
export type SavedViews = {
  version: number;
  views: SavedView[];
  unread: unknown[];
  rest: Record<string, unknown>;
};

const VERSION = 1;

export const NO_VIEWS: SavedViews = { version: VERSION, views: [], unread: [], rest: {} };

export const LONGEST_NAME = 80;
export const MOST_VIEWS = 200;
/** Characters; a view of 1,000 ids has 18,000. */
const LONGEST_QUERY = 70_000;
const LONGEST_FILE = 4_000_000;

/** Why a text is no list of views. */
export const SAVED_VIEWS_ISSUES = ['not_json', 'no_views', 'too_long'] as const;
export type SavedViewsIssue = (typeof SAVED_VIEWS_ISSUES)[number];

const listSchema = z.looseObject({
  version: z.optional(z.number()),
  views: z.array(z.unknown()),
});

const viewSchema = z.looseObject({
  id: z.optional(z.string()),
  name: z.string(),
  query: z.string().check(z.maxLength(LONGEST_QUERY)),
  createdAt: z.optional(z.nullable(z.string())),
  isDefault: z.optional(z.boolean()),
});

/** A name as it is shown: on one line, without blanks around it; empty where nothing is left. */
export function cleanName(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_NAME)
    .trim();
}

/** The query string of a view, its parameters spelt as in a link, so that no `#` or blank in it means something else. */
export function cleanQuery(text: string): string {
  return toQueryString([...new URLSearchParams(text)]);
}

/** An id that no view has. */
export function freeId(views: readonly SavedView[]): string {
  const taken = new Set(views.map(({ id }) => id));
  let number = 1;
  while (taken.has(`v${number}`)) number += 1;
  return `v${number}`;
}

function readView(given: unknown, before: readonly SavedView[]): SavedView | null {
  const parsed = viewSchema.safeParse(given);
  if (!parsed.success) return null;
  const { id, createdAt = null, isDefault = false, ...fields } = parsed.data;
  const name = cleanName(fields.name);
  if (name === '') return null;
  const isTaken = id === undefined || id === '' || before.some((view) => view.id === id);
  return {
    ...fields,
    name,
    query: cleanQuery(fields.query),
    id: isTaken ? freeId(before) : id,
    createdAt,
    isDefault: isDefault && !before.some((view) => view.isDefault),
  };
}

/**
 * Reads what a browser keeps, or a file, of this version or another: entries that this version does not know are kept
 * and not applied. A text that is no list of views at all is an issue.
 */
export function parseSavedViews(text: string): SavedViews | { issue: SavedViewsIssue } {
  if (text.length > LONGEST_FILE) return { issue: 'too_long' };
  let given: unknown;
  try {
    given = JSON.parse(text.replace(/^\u{feff}/u, ''));
  } catch {
    return { issue: 'not_json' };
  }
  const parsed = listSchema.safeParse(given);
  if (!parsed.success) return { issue: 'no_views' };
  const { version = VERSION, views: items, ...rest } = parsed.data;
  const views: SavedView[] = [];
  const unread: unknown[] = [];
  for (const item of items) {
    const view = views.length < MOST_VIEWS ? readView(item, views) : null;
    if (view === null) unread.push(item);
    else views.push(view);
  }
  return { version, views, unread, rest };
}

/** The text to keep, or the file: nothing that was read is missing from it. */
export function formatSavedViews({ version, views, unread, rest }: SavedViews, indent?: number): string {
  return JSON.stringify({ ...rest, version, views: [...views, ...unread] }, null, indent);
}
