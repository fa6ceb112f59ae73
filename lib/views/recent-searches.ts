import * as z from 'zod/mini';
import type { FilterTerm } from '@/lib/search/search';
import { viewState } from './view-query';

/** A search that was made: the explorer's query string, and when, in ms since the epoch. */
export type RecentSearch = { query: string; at: number };

export const MOST_RECENT = 20;

/** A filter added so soon after the last one goes on with the same search. */
const GOES_ON = 60_000;

const listSchema = z.array(z.object({ query: z.string(), at: z.number() }));

/** Reads what a browser keeps. Data that is no list counts as none: nobody set any of it by hand. */
export function parseRecent(text: string | null): RecentSearch[] {
  try {
    const parsed = listSchema.safeParse(JSON.parse(text ?? '[]'));
    return parsed.success ? parsed.data.slice(0, MOST_RECENT) : [];
  } catch {
    return [];
  }
}

export function formatRecent(recent: readonly RecentSearch[]): string {
  return JSON.stringify(recent);
}

/** Whether every filter of one search is in the other, with the same values or some of them. */
function isPartOf(part: readonly FilterTerm[], whole: readonly FilterTerm[]): boolean {
  return part.every((term) =>
    whole.some(
      (each) =>
        each.key === term.key &&
        each.negated === term.negated &&
        term.values.every((value) => each.values.includes(value)),
    ),
  );
}

/**
 * With a search on top. An earlier search that is made again moves up; one that adds to the last within a minute
 * replaces it, so that three filters chosen one after another are one search. A search without a filter is left out.
 */
export function addRecent(recent: readonly RecentSearch[], query: string, now: number): RecentSearch[] {
  const { terms } = viewState(query).search;
  if (terms.length === 0) return [...recent];
  const [last] = recent;
  const goesOn =
    last !== undefined && now - last.at < GOES_ON && isPartOf(viewState(last.query).search.terms, terms);
  const others = (goesOn ? recent.slice(1) : recent).filter((each) => each.query !== query);
  return [{ query, at: now }, ...others].slice(0, MOST_RECENT);
}
