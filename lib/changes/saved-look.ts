import type * as z from 'zod/mini';
import { type Eni, eniSchema } from '@/lib/eni/eni';
import { placeKey } from '@/lib/eni/place';
import { keepOf } from '@/lib/search/keep';
import { parseSearch } from '@/lib/search/params';
import { hasWiderTerms } from '@/lib/search/reading/narrow';
import type { Search } from '@/lib/search/search';
import { type Look, type LookRow, lookRowOf, STEP } from './look';
import { type Provenance, provenanceOf } from './provenance';
import { readSaved } from './read-saved';
import type { SavedIssue } from './saved-issue';

/** A look out of a file. `isWhole`: it holds all of its search, so that what is new since can be told. */
export type SavedLook = {
  look: Look;
  isWhole: boolean;
  /** Rows of the file that this search does not mean, and so are left out. */
  leftOut: number;
  /** When it was taken is only known from the file's own date. */
  isTimeGuessed: boolean;
};

/** Larger files do not fit into a page. */
export const MOST_BYTES = 256 * 2 ** 20;

/** The first fault of a row that is no ENI. */
export function issueOf(error: z.core.$ZodError, at: string): SavedIssue {
  const issue = error.issues[0];
  const path = (issue?.path ?? [])
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('');
  const allowed = issue?.code === 'invalid_type' ? issue.expected : undefined;
  return { code: 'not_an_eni', at: `${at}${path}`, ...(allowed && { allowed }) };
}

function isWholeFor(search: Search, { query, complete }: Provenance): boolean {
  if (!complete || query === null) return false;
  const parsed = parseSearch(new URLSearchParams(query), ['format', 'cols', 'by', 'sort']);
  return parsed.issues.length === 0 && hasWiderTerms(parsed.search.terms, search.terms);
}

/** Where the file looked; if it does not say so, where its rows are. */
function scopeOf(rows: readonly LookRow[], { scope }: Provenance): Look['scope'] {
  return (
    scope ?? {
      accounts: [...new Set(rows.map(({ account }) => account))],
      regions: [...new Set(rows.map(({ region }) => region))],
    }
  );
}

/**
 * A saved file as a look at a search: an export of this dashboard (JSON or NDJSON), a page of `/api/enis`, or a plain
 * array of ENIs. Rows that the search does not match are left out. ENIs that are new since can be told only if the file
 * says that it is complete and of the same search, or of a wider one.
 * @param fileTime when the file was written, ISO 8601, in case it does not say when it was taken
 * @yields often enough for a page to be drawn in between
 */
export function* savedLookSteps(
  text: string,
  search: Search,
  fileTime: string,
): Generator<undefined, SavedLook | SavedIssue, void> {
  const saved = yield* readSaved(text);
  if ('code' in saved) return saved;
  const provenance = provenanceOf(saved.about);
  if (provenance.columns !== null) return { code: 'columns' };
  const takenAt = provenance.takenAt ?? fileTime;
  const keep = keepOf(search, Date.parse(takenAt));
  const rows = new Map<string, LookRow>();
  let leftOut = 0;
  for (const [at, item] of saved.items.entries()) {
    if (at % STEP === 0) yield;
    const parsed = eniSchema.safeParse(item);
    if (!parsed.success) return issueOf(parsed.error, saved.nameOf(at));
    const eni: Eni = parsed.data;
    if (!keep(eni)) leftOut++;
    else {
      const row = lookRowOf(eni);
      rows.set(row.key, row);
    }
  }
  const isWhole = isWholeFor(search, provenance);
  const look: Look = {
    takenAt,
    complete: isWhole,
    scope: scopeOf([...rows.values()], provenance),
    unread: provenance.failures.map(placeKey),
    stale: [],
    rows: [...rows.values()],
  };
  return { look, isWhole, leftOut, isTimeGuessed: provenance.takenAt === null };
}
