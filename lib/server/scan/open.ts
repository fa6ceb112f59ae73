import 'server-only';
import type { Explanation } from '@/lib/eni/page';
import { ProblemError } from '@/lib/eni/problem';
import type { Part, PartedBy } from '@/lib/search/reading/parts';
import { decideReading, type Facts, type ReadBy, type Way, whyRead } from '@/lib/search/reading/reading-plan';
import { lastWindow, nthWindow } from '@/lib/search/reading/windows';
import { describeNumberedPage, type NumberedPage } from '../aliyun/describe-network-interfaces';
import type { EniRow } from '../aliyun/eni-row';
import type { Trace } from '../aliyun/upstream';
import { grantsOf } from './grants';
import { type Asking, likelyFrom, listParts, sizesOf } from './part-lists';
import type { Scan } from './state';

/** How a query will be read: its method, its parts, the API's count, and numbered pages already read for it. */
export type Opening = {
  by: ReadBy;
  parts: Part[];
  total: number;
  pages: Map<number, NumberedPage>;
  explanation: Explanation | null;
};

/** The assumed duration of a call where none has been seen, in ms. */
const USUAL_LATENCY = 150;
/** The largest page that was ever granted everywhere. docs/UPSTREAM.md#page-numbers */
const SMALL_PAGE = { number: 1, size: 100 };
/** Deeper pages than those up to this row may be refused. docs/UPSTREAM.md#page-numbers */
const DEEP = 10_000;

/** The requested answer; null where the cloud does not accept the request. */
async function unlessRejected<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.code !== 'upstream_rejected') throw error;
    return null;
  }
}

/** `rows` are the first ones, from which we infer what all are like. */
type Probed = { total: number | null; arePagesGranted: boolean; rows: EniRow[] };

/**
 * What the first page and a deep one tell about a query, and about what its place grants; null where there are no such
 * pages.
 */
async function probePages({ place, params, trace }: Asking, pages: Opening['pages']): Promise<Probed | null> {
  const grants = grantsOf(place);
  if (grants.isGranted === false) return null;
  const page = (n: number) => unlessRejected(describeNumberedPage(place, params, nthWindow(n), trace));
  const first = await page(1);
  if (!first) return null;
  const { total, read, enis: rows } = first;
  const { size } = nthWindow(1);
  if (total === null) return { total, arePagesGranted: false, rows };
  if (read !== Math.min(total, size)) {
    grants.isGranted = false;
    return { total, arePagesGranted: false, rows };
  }
  if (total > size) grants.isGranted = true;
  pages.set(1, first);
  if (total <= DEEP) return { total, arePagesGranted: true, rows };
  if (grants.isDeepGranted === null) {
    const n = lastWindow(total);
    const last = await page(n);
    if (last) pages.set(n, last);
    grants.isDeepGranted = last !== null;
  }
  return { total, arePagesGranted: grants.isDeepGranted, rows };
}

/**
 * The count of a query and its first rows; the count is null where the API gives none, or does not accept the query.
 */
async function probe(asking: Asking, pages: Opening['pages']): Promise<Probed> {
  const probed = await probePages(asking, pages);
  if (probed) return probed;
  const { place, params, trace } = asking;
  const first = await unlessRejected(describeNumberedPage(place, params, SMALL_PAGE, trace));
  // The cloud accepts a small page, so it is the size of the large one that it refuses.
  if (first && first.total !== null) grantsOf(place).isGranted = false;
  return { total: first?.total ?? null, arePagesGranted: false, rows: first?.enis ?? [] };
}

/** How long the last call to the cloud took, in ms. */
function latencyOf({ calls }: Trace): number {
  return calls.findLast(({ cached }) => !cached)?.ms ?? USUAL_LATENCY;
}

/**
 * Decides how a query is read, with as few calls as possible.
 * @throws ProblemError what a call ended in that the reading cannot do without
 */
export async function openQuery(asking: Asking, scan: Scan): Promise<Opening> {
  const { place, params, trace } = asking;
  const { rate, concurrency, forced } = scan;
  const pages = new Map<number, NumberedPage>();
  const inLine: Opening = { by: 'whole', parts: [], total: 0, pages, explanation: null };
  const probed = await probe(asking, pages);
  const { total, arePagesGranted } = probed;
  if (total === null) return inLine;
  // Parsed again, so that the rows hold no objects when they are sent.
  const rows = probed.rows.map((row) => row.toJSON());

  const known = new Map<PartedBy, Part[]>();
  const facts: Facts = {
    total,
    rate,
    concurrency,
    latencyMs: latencyOf(trace),
    arePagesGranted,
    sizes: {},
    likely: likelyFrom(rows, params, total),
  };
  const ask = async (by: PartedBy) => {
    const listed = await listParts(by, asking).catch((error: unknown) => {
      if (error instanceof ProblemError) return null;
      throw error;
    });
    const sizes = listed && sizesOf(by, listed, total, rows);
    facts.sizes = { ...facts.sizes, [by]: sizes };
    if (listed && sizes && sizes.length > 1)
      known.set(
        by,
        listed.map(({ part }) => part),
      );
  };
  if (forced !== null) {
    if (forced !== 'whole' && forced !== 'pages') await ask(forced);
    const isPossible = forced === 'whole' || (forced === 'pages' ? arePagesGranted : known.has(forced));
    const by = isPossible ? forced : 'whole';
    return { ...inLine, by, total, parts: known.get(by as PartedBy) ?? [] };
  }
  let decision: { way: Way; others: Way[] } | null = null;
  while (!decision) {
    const next = decideReading(facts);
    if ('way' in next) decision = next;
    else await ask(next.ask);
  }
  const { way, others } = decision;
  const explanation = {
    account: place.account.name,
    region: place.region,
    ...way,
    text: whyRead(way, others),
    others,
  };
  return { ...inLine, by: way.by, total, parts: known.get(way.by as PartedBy) ?? [], explanation };
}
