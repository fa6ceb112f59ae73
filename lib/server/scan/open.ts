import 'server-only';
import type { Explanation } from '@/lib/eni/page';
import { ProblemError } from '@/lib/eni/problem';
import { canPartBy, mostEnis, PART_TYPES, type Part, type PartedBy, vSwitchOrder } from '@/lib/search/parts';
import { decideReading, type Facts, type ReadBy, type Way, whyRead } from '@/lib/search/reading-plan';
import type { RequestParams } from '@/lib/search/sendable';
import { lastWindow, nthWindow } from '@/lib/search/windows';
import type { Cell } from '../aliyun/client';
import {
  countNetworkInterfaces,
  describeNumberedPage,
  type NumberedPage,
} from '../aliyun/describe-network-interfaces';
import { describeVSwitches } from '../aliyun/describe-v-switches';
import { describeVpcs } from '../aliyun/describe-vpcs';
import type { Trace } from '../aliyun/upstream';
import { grantsOf } from './grants';
import type { Scan } from './state';

/** How a query is going to be read: by what, its parts, what the API counts, and numbered pages that were read for it. */
export type Opening = {
  by: ReadBy;
  parts: Part[];
  total: number;
  pages: Map<number, NumberedPage>;
  explanation: Explanation | null;
};

/** A call takes so long where none has been seen, in ms. */
const USUAL_LATENCY = 150;
/** Deeper pages than those up to this row may be refused. docs/UPSTREAM.md#page-numbers */
const DEEP = 10_000;

type Asking = { cell: Cell; params: RequestParams; trace: Trace };

/** What was asked for; null where the cloud does not take the question. */
async function unlessRejected<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.code !== 'upstream_rejected') throw error;
    return null;
  }
}

/** `isMixed`: ENIs of other types than the two that a query can be parted by have been seen. */
type Probed = { total: number | null; arePagesGranted: boolean; isMixed: boolean };

/** What the first page and a deep one tell of a query, and of what its place grants; null where there are no such pages. */
async function probePages({ cell, params, trace }: Asking, pages: Opening['pages']): Promise<Probed | null> {
  const grants = grantsOf(cell);
  if (grants.isGranted === false) return null;
  const page = (n: number) => unlessRejected(describeNumberedPage(cell, params, nthWindow(n), trace));
  const first = await page(1);
  if (!first) return null;
  const { total, read } = first;
  const isMixed = first.enis.some(({ type }) => !PART_TYPES.some((each) => each === type));
  const { size } = nthWindow(1);
  if (total === null) return { total, arePagesGranted: false, isMixed };
  if (read !== Math.min(total, size)) {
    grants.isGranted = false;
    return { total, arePagesGranted: false, isMixed };
  }
  if (total > size) grants.isGranted = true;
  pages.set(1, first);
  if (total <= DEEP) return { total, arePagesGranted: true, isMixed };
  if (grants.isDeepGranted === null) {
    const n = lastWindow(total);
    const last = await page(n);
    if (last) pages.set(n, last);
    grants.isDeepGranted = last !== null;
  }
  return { total, arePagesGranted: grants.isDeepGranted, isMixed };
}

/** The count of a query; null where the API does not say, or does not take the query. */
async function probe(asking: Asking, pages: Opening['pages']): Promise<Probed> {
  const probed = await probePages(asking, pages);
  if (probed) return probed;
  const total = await unlessRejected(countNetworkInterfaces(asking.cell, asking.params, asking.trace));
  // The count alone is taken, so it is the size of the page that is not.
  if (total !== null) grantsOf(asking.cell).isGranted = false;
  return { total, arePagesGranted: false, isMixed: false };
}

/** The parts of a query and what each may have; null where it cannot be parted so. */
async function listParts(
  by: PartedBy,
  { cell, params, trace }: Asking,
): Promise<{ part: Part; most: number }[] | null> {
  if (!canPartBy(by, params)) return null;
  if (by === 'type') {
    const count = (more: RequestParams) => countNetworkInterfaces(cell, { ...params, ...more }, trace);
    const counts = await Promise.all(PART_TYPES.map((Type) => count({ Type })));
    // Of two counts at two times ENIs that came can make up for those of another type.
    const now = await countNetworkInterfaces(cell, params, { ...trace, isFresh: true });
    const sum = counts.reduce<number>((all, each) => all + (each ?? 0), 0);
    if (sum !== now) return null;
    return PART_TYPES.map((type, at) => ({ part: { value: type, order: type }, most: counts[at] ?? 0 }));
  }
  // Another permission, another endpoint: whatever keeps it from answering, the ENIs can still be read.
  const extra = { ...trace, isExtra: true };
  if (by === 'vpc') {
    const vpcs = (await describeVpcs(cell, extra)).map(({ id }) => ({ value: id, order: id }));
    return vpcs.map((part) => ({ part, most: 1 }));
  }
  return (await describeVSwitches(cell, params.VpcId ?? null, extra)).map((vSwitch) => ({
    part: { value: vSwitch.id, order: vSwitchOrder(vSwitch) },
    most: mostEnis(vSwitch) ?? 1,
  }));
}

/**
 * The parts of a query in their order.
 * @throws ProblemError what the call ended in
 */
export async function partsOf(by: PartedBy, asking: Asking): Promise<Part[]> {
  const parts = (await listParts(by, asking)) ?? [];
  return parts.map(({ part }) => part).sort((a, b) => (a.order < b.order ? -1 : 1));
}

/** What each part is likely to have: as much of all as it may have of what all may. Types have to add up. */
function sizesOf(by: PartedBy, parts: { most: number }[], total: number): number[] | null {
  const sum = parts.reduce((all, { most }) => all + most, 0);
  if (by === 'type' && sum !== total) return null;
  return parts.map(({ most }) => Math.ceil((most / Math.max(1, sum)) * total));
}

/** How long the last call to the cloud took, in ms. */
function latencyOf({ calls }: Trace): number {
  return calls.findLast(({ cached }) => !cached)?.ms ?? USUAL_LATENCY;
}

/**
 * Decides how a query is read, from as few calls as that takes.
 * @throws ProblemError what a call ended in that the reading cannot do without
 */
export async function openQuery(asking: Asking, scan: Scan): Promise<Opening> {
  const { cell, trace } = asking;
  const { rate, concurrency, forced } = scan;
  const pages = new Map<number, NumberedPage>();
  const inLine: Opening = { by: 'whole', parts: [], total: 0, pages, explanation: null };
  const { total, arePagesGranted, isMixed } = await probe(asking, pages);
  if (total === null) return inLine;

  const known = new Map<PartedBy, Part[]>();
  const facts: Facts = {
    total,
    rate,
    concurrency,
    latencyMs: latencyOf(trace),
    arePagesGranted,
    sizes: isMixed ? { type: null } : {},
  };
  const ask = async (by: PartedBy) => {
    const listed = await listParts(by, asking).catch((error: unknown) => {
      if (error instanceof ProblemError) return null;
      throw error;
    });
    facts.sizes = { ...facts.sizes, [by]: listed && sizesOf(by, listed, total) };
    if (listed && facts.sizes[by] && listed.length > 1)
      known.set(
        by,
        listed.map(({ part }) => part).sort((a, b) => (a.order < b.order ? -1 : 1)),
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
    account: cell.account.name,
    region: cell.region,
    by: way.by,
    parts: way.parts,
    calls: way.calls,
    seconds: way.seconds,
    text: whyRead(way, others),
  };
  return { ...inLine, by: way.by, total, parts: known.get(way.by as PartedBy) ?? [], explanation };
}
