import 'server-only';
import { ProblemError } from '@/lib/eni/problem';
import { type DescribeQuery, inPart } from '@/lib/search/reading/parts';
import { countNetworkInterfaces, describeNumberedPage } from '../aliyun/describe-network-interfaces';
import type { Trace } from '../aliyun/upstream';
import { OpenDivision } from './division';
import { grantsOf } from './grants';
import { openQuery } from './open';
import { partsOf } from './part-lists';
import type { PlaceRun } from './place-run';
import { startIn } from './position';
import { stepQuery } from './queries';
import type { Outcome, Slot, Strand } from './strand';

type Asking = { place: PlaceRun; strand: Strand; slot: Slot; trace: Trace };

/** Decides how a query is read. */
async function open({ place, strand, trace }: Asking, { params }: DescribeQuery): Promise<Outcome> {
  const { cell, scan } = place;
  const { by, parts, total, pages, explanation } = await openQuery({ place: cell, params, trace }, scan);
  const decide = () => {
    if (explanation) place.notes.explained.push(explanation);
    if (by === 'whole') {
      strand.taken = startIn('describe');
      return;
    }
    const division = { by, begun: null, least: total, most: total, read: 0 };
    place.divisions.set(strand.query, new OpenDivision(division, parts, place.started));
    if (by !== 'pages') return place.end(strand);
    for (const [n, page] of pages) strand.known.set(n, page);
    strand.total = total;
    strand.taken = startIn('pages');
  };
  return { is: 'decision', decide, caveats: [], calls: trace.calls };
}

/** Lists the parts that another replica listed before. */
async function list({ place, strand, trace }: Asking, { params }: DescribeQuery): Promise<Outcome> {
  const division = place.divisions.get(strand.query);
  const by = division?.by ?? 'pages';
  const parts = by === 'pages' ? [] : await partsOf(by, { place: place.cell, params, trace });
  const decide = () => {
    if (division) division.parts = parts;
    place.end(strand);
  };
  return { is: 'decision', decide, caveats: [], calls: trace.calls };
}

/** Checks that the parts have brought everything, and reads the whole query once more where they have not. */
async function close({ place, strand, trace }: Asking, { params }: DescribeQuery): Promise<Outcome> {
  const division = place.divisions.get(strand.query);
  // ENIs come and go meanwhile, so it is enough if as many came as the lower of the two counts.
  const isShort = division !== undefined && division.missing() > 0;
  const now = isShort ? await countNetworkInterfaces(place.cell, params, { ...trace, isFresh: true }) : null;
  const decide = () => {
    if (isShort && now !== null && division.missing(now) > 0) return place.readAgain(strand);
    place.divisions.delete(strand.query);
    place.end(strand);
  };
  return { is: 'decision', decide, caveats: [], calls: trace.calls };
}

/** Reads a numbered page. If the cloud refuses it, the query is read in another way. */
async function numbered({ place, strand, slot, trace }: Asking, { params }: DescribeQuery): Promise<Outcome> {
  const { cell } = place;
  if (!slot.window) throw new Error('a numbered page without its number');
  let outcome: Outcome | null = null;
  try {
    const page = await describeNumberedPage(cell, params, slot.window, trace);
    outcome = strand.numberedOutcome(slot, page, trace.calls);
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.code !== 'upstream_rejected') throw error;
    grantsOf(cell).isDeepGranted = false;
  }
  const decide = () => place.readAgain(strand);
  return outcome ?? { is: 'decision', decide, caveats: [], calls: trace.calls };
}

async function step({ place, strand, slot, trace }: Asking): Promise<Outcome> {
  const { cell, queries, divisions } = place;
  const { from, size } = slot;
  const whole = queries[strand.query];
  if (!whole) throw new Error('a strand of no query');
  const by = divisions.get(strand.query)?.by;
  const isPart = strand.part !== null && by && by !== 'pages' && whole.kind === 'describe';
  const query = isPart ? inPart(whole, by, strand.part ?? '') : whole;
  const isAgain = from.mode === 'again';
  const position = isAgain ? { ...from, mode: 'describe' as const } : from;
  const { enis, withoutId, mode, next, caveats } = await stepQuery({
    query,
    cell,
    position,
    size,
    wideUpTo: place.scan.wideUpTo,
    trace,
  });
  return {
    is: 'rows',
    rows: enis,
    withoutId,
    mode: isAgain ? 'again' : mode,
    next: isAgain && next ? { ...next, mode: 'again' } : next,
    total: null,
    caveats,
    calls: trace.calls,
  };
}

const SIDE_BY_SIDE = { open, list, close, pages: numbered };

/**
 * Makes the next call of a strand.
 * @throws ProblemError what the call ended in
 */
export function makeCall(place: PlaceRun, strand: Strand, slot: Slot, trace: Trace): Promise<Outcome> {
  const asking = { place, strand, slot, trace };
  const { mode } = slot.from;
  const query = place.queries[strand.query];
  if (query?.kind === 'describe' && mode in SIDE_BY_SIDE)
    return SIDE_BY_SIDE[mode as keyof typeof SIDE_BY_SIDE](asking, query);
  return step(asking);
}
