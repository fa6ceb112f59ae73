import { type Cidr, parseBlock } from '@/lib/eni/ip';
import { type FilterKey, filterOf } from '../filters';
import { keepOf, wordsOf } from '../keep';
import { splitAt, unescapeText } from '../list-text';
import type { FilterTerm, Search } from '../search';
import { termKey } from '../search';
import type { Reading, ScanPage } from './merge';

/** A search and what has been read of it. */
export type KnownReading = { search: Search; reading: Reading };

/** A reading of which something has been read, so that it has a time. */
type DatedReading = Reading & { asOf: string };
type KnownDated = KnownReading & { reading: DatedReading };

function holdsBlock(outer: Cidr | null, inner: Cidr | null): boolean {
  if (outer === null || inner === null || outer.family !== inner.family) return false;
  return outer.first <= inner.first && inner.last <= outer.last;
}

type Word = ReturnType<typeof wordsOf>[number];

/** Whether what has the word is certain to have the wider one; a word that may be a MAC has it in either spelling. */
function hasWord({ word, mac }: Word, wider: Word): boolean {
  return word.includes(wider.word) && (mac === null || (wider.mac !== null && mac.includes(wider.mac)));
}

/** The key of a tag that is asked for with any value; null where a certain value is. */
function bareTag(spelling: string): string | null {
  const [key = '', ...rest] = splitAt(spelling, ':');
  return rest.length === 0 || rest.join(':') === '*' ? unescapeText(key) : null;
}

/** Whether every ENI that has the one value is certain to have the other. */
function implies(key: FilterKey, value: string, wider: string): boolean {
  if (value === wider) return true;
  switch (filterOf(key).kind) {
    case 'block':
      return wider === 'true' ? value !== 'false' : holdsBlock(parseBlock(wider), parseBlock(value));
    case 'tag':
      return bareTag(wider) !== null && bareTag(wider) === unescapeText(splitAt(value, ':')[0] ?? '');
    case 'text':
      return wordsOf(wider).every((word) => wordsOf(value).some((each) => hasWord(each, word)));
    default:
      return false;
  }
}

/** Whether what passes the one term is certain to pass the other. */
function impliesTerm(term: FilterTerm, wider: FilterTerm): boolean {
  if (term.key !== wider.key || term.negated !== wider.negated) return false;
  const [from, to] = term.negated ? [wider.values, term.values] : [term.values, wider.values];
  return from.every((value) => to.some((each) => implies(term.key, value, each)));
}

function sameItems(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && [...a].sort().join('\n') === [...b].sort().join('\n');
}

function meansSame(a: FilterTerm, b: FilterTerm): boolean {
  return termKey(a) === termKey(b) && sameItems(a.values, b.values);
}

/** Whether the narrow terms certainly imply the wide ones. False if the terms alone do not show it. */
export function hasWiderTerms(wide: readonly FilterTerm[], narrow: readonly FilterTerm[]): boolean {
  return wide.every((wider) => narrow.some((term) => impliesTerm(term, wider)));
}

/**
 * Whether a search is certain to find every ENI that another one finds, in the same places. False where that cannot be
 * shown from the two alone.
 */
export function isWider(wide: Search, narrow: Search): boolean {
  return (
    sameItems(wide.accounts, narrow.accounts) &&
    sameItems(wide.regions, narrow.regions) &&
    hasWiderTerms(wide.terms, narrow.terms)
  );
}

/** The filters that a search adds to a wider one. */
export function addedTerms(wide: Search, narrow: Search): FilterTerm[] {
  return narrow.terms.filter((term) => !wide.terms.some((each) => meansSame(each, term)));
}

/** Rows looked through for a reading: those that came of it where the API applied every filter. */
function lookedThrough({ filteredAfter, scanned, enis }: Reading): number {
  return filteredAfter.length > 0 ? scanned : enis.length;
}

/**
 * The rows that a scan of a search would have read when a wider one was read: they are among its rows. Makes no call.
 * Null if the wider one has not been read to its end, or is not wider.
 */
export function narrowReading({ search, reading }: KnownReading, narrow: Search): DatedReading | null {
  if (!reading.complete || reading.asOf === null || !isWider(search, narrow)) return null;
  const added = addedTerms(search, narrow);
  const keep = keepOf({ ...narrow, terms: added }, Date.parse(reading.asOf));
  return {
    ...reading,
    asOf: reading.asOf,
    enis: reading.enis.filter(keep),
    scanned: lookedThrough(reading),
    calls: 0,
    filteredAfter: [...new Set([...reading.filteredAfter, ...added.map(termKey)])],
  };
}

/** A whole reading as the one page that says the same. */
export function asPage(reading: DatedReading): ScanPage {
  const { enis, scanned, scope, filteredAfter, failures, caveats, asOf } = reading;
  return {
    items: enis,
    cursor: null,
    scope,
    scanned,
    filteredAfter,
    failures,
    caveats,
    asOf,
    upstream: [],
    begins: true,
  };
}

function isDated(known: KnownReading): known is KnownDated {
  return known.reading.asOf !== null;
}

/** The latest of the readings that were read to their end; of one time the one of the `prefer`red search. */
export function bestOf(
  known: readonly KnownReading[],
  prefer: 'widest' | 'fewest rows' = 'widest',
): KnownDated | null {
  const rank = ({ search, reading }: KnownReading) =>
    prefer === 'widest' ? -search.terms.length : -reading.enis.length;
  let best: KnownDated | null = null;
  for (const each of known) {
    if (!each.reading.complete || !isDated(each)) continue;
    const later = best === null ? 1 : Date.parse(each.reading.asOf) - Date.parse(best.reading.asOf);
    if (best === null || later > 0 || (later === 0 && rank(each) > rank(best))) best = each;
  }
  return best;
}
