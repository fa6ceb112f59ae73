import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AskHead, PlaceAnswer } from '@/lib/eni/ask';
import { FoundOnce } from '@/lib/search/ask/hits';
import { MOST_UNASKED } from '@/lib/search/ask/price';
import type { AskValue } from '@/lib/search/ask/values';
import type { Cell } from '../aliyun/client';
import type { Trace } from '../aliyun/upstream';
import { type GrantedScope, partOf } from '../scope';
import { atMost } from './at-most';
import { PlaceAsk } from './place';

/** Places under way at once: each has its own rate limit, but all share the sockets and memory of this process. */
const ASKED_AT_ONCE = 32;
const READ_AT_ONCE = 8;

/**
 * Places that cost up to this many calls are read before dearer ones: values found there need no search in the others.
 */
const WAVES = [2, MOST_UNASKED, Number.POSITIVE_INFINITY];
/** How long the others wait for the last of a wave, in ms. */
const PATIENCE = 1_000;

/** The places of an ask, in the order in which they are asked. */
export function headOf(values: readonly AskValue[], { cells, limited }: GrantedScope): AskHead {
  return {
    values: values.map(({ value }) => value),
    places: cells.map(({ account, region }) => ({ account: account.name, region })),
    ...(limited && { limited: true as const }),
  };
}

/** The answer of a place that was not asked, because all values have been found and can be nowhere else. */
function skipped({ account, region }: Cell): PlaceAnswer {
  return {
    account: account.name,
    region,
    state: 'skipped',
    hits: [],
    open: [],
    price: null,
    denied: [],
    enis: null,
    problem: null,
    asOf: new Date().toISOString(),
    upstream: [],
  };
}

/**
 * Asks every cell, several at a time, cheap ones first, and yields each answer as soon as it is complete.
 * @param readAll reads places whatever that costs
 */
export async function askPlaces(
  scope: GrantedScope,
  asked: { values: readonly AskValue[]; readAll: boolean; trace: Trace },
  give: (answer: PlaceAnswer) => void,
): Promise<void> {
  const { values, readAll, trace } = asked;
  const found = new FoundOnce();
  const budget = readAll ? Number.POSITIVE_INFINITY : MOST_UNASKED;
  const isAllFound = () => values.every((each) => found.isElsewhere(each, null));
  /** Places still to read, until the first of them are read. */
  let waiting: PlaceAsk[] | null = [];
  /** Places that leave values open: other places may yet find those, and then these need not be paid for. */
  const unsure: PlaceAsk[] = [];
  const close = (place: PlaceAsk) => {
    if (place.mayGainFromOthers) unsure.push(place);
    else give(place.answer());
  };
  const read = async (place: PlaceAsk) => {
    await place.read();
    close(place);
  };
  const asking = atMost(ASKED_AT_ONCE, scope.cells, async (cell) => {
    if (isAllFound()) return give(skipped(cell));
    const place = new PlaceAsk(
      cell,
      partOf(scope, (each) => each === cell),
      values,
      found,
      budget,
      trace,
    );
    await place.ask();
    if (place.reading === null) close(place);
    else if (waiting) waiting.push(place);
    else await read(place);
  });
  await Promise.race([asking, sleep(PATIENCE)]);
  let later = waiting;
  waiting = null;
  const readings: Promise<void>[] = [asking];
  for (const most of WAVES) {
    const wave = later.filter(({ reading }) => reading !== null && reading.calls <= most);
    later = later.filter((place) => !wave.includes(place));
    const reading = atMost(READ_AT_ONCE, wave, read);
    readings.push(reading);
    await Promise.race([reading, sleep(PATIENCE)]);
  }
  await Promise.all(readings);
  for (const place of unsure) give(place.answer());
}
