import type { AskPrice, PlaceAnswer } from '@/lib/eni/ask';
import type { Place } from '@/lib/eni/page';
import { placeKey } from '@/lib/eni/place';
import type { Problem } from '@/lib/eni/problem';
import type { Reading } from '@/lib/search/reading/merge';
import type { Heard } from './heard';
import type { Question } from './question';

/**
 * An account and region, and what it answers to the question.
 * - `asking`: it is being asked and has not answered yet.
 * - `settled`: it is known not to have anything that it did not return.
 * - `open`: some of it is not known there, because finding out costs `price`.
 * - `failed`: it could not be asked.
 * - `skipped`: the thing that was asked for is in one place only, and was found in another.
 * - `unasked`: the place was not asked, for example because the dashboard itself did not answer.
 */
export type AnswerPlace = Place & { isHere: boolean; found: number; enis: number | null } & (
    | { state: 'asking' | 'settled' | 'skipped' | 'unasked' }
    | { state: 'open'; open: readonly string[]; price: AskPrice | null; denied: readonly string[] }
    | { state: 'failed'; problem: Problem | null }
  );

/** The places of the view, of those that there are. */
function ownPlaces({ scope }: Reading, head: readonly Place[]): Place[] {
  const own = scope.accounts.flatMap((account) => scope.regions.map((region) => ({ account, region })));
  const known = new Set(head.map(placeKey));
  // A scope of several accounts names regions that not each of them has.
  return head.length === 0 || own.length === 1 ? own : own.filter((place) => known.has(placeKey(place)));
}

/** The number of ENIs that a reading knows not to have it; null where the API's own filter left the others out. */
function scannedOf(reading: Reading, own: number): number | null {
  return own === 1 && reading.filteredAfter.length > 0 ? reading.scanned : null;
}

function stateOf(answer: PlaceAnswer | undefined, isAsking: boolean) {
  if (!answer) return { state: isAsking ? ('asking' as const) : ('unasked' as const) };
  const { open, price, denied, problem } = answer;
  switch (answer.state) {
    case 'open':
      return { state: 'open' as const, open, price, denied };
    case 'failed':
      return { state: 'failed' as const, problem };
    default:
      return { state: answer.state };
  }
}

/** Every place, the view's own first. A place that the view has read to its end needs no other answer. */
export function placesOf(reading: Reading, heard: Heard, { names }: Pick<Question, 'names'>): AnswerPlace[] {
  const head = heard.head?.places ?? [];
  const own = ownPlaces(reading, head);
  const isOwn = new Set(own.map(placeKey));
  const failed = new Set(reading.failures.map(placeKey));
  const answers = new Map(heard.answers.map((answer) => [placeKey(answer), answer]));
  return [...own, ...head.filter((place) => !isOwn.has(placeKey(place)))].map((place) => {
    const key = placeKey(place);
    const answer = answers.get(key);
    const isHere = isOwn.has(key);
    // A reading of ENIs does not tell how instances are called.
    const isRead = isHere && reading.complete && !failed.has(key) && names.length === 0;
    const enis = answer?.enis ?? (isRead ? scannedOf(reading, own.length) : null);
    const found = answer ? new Set(answer.hits.map(({ value }) => value)).size : 0;
    const state = isRead ? { state: 'settled' as const } : stateOf(answer, heard.isAsking);
    return { account: place.account, region: place.region, isHere, found, enis, ...state };
  });
}

/** Whether a place knows of a value that it has it or has not. */
export function isSettledFor(place: AnswerPlace, value: string): boolean {
  return place.state === 'settled' || (place.state === 'open' && !place.open.includes(value));
}

/** Places that know of all that was asked, those under way, and those that do not. */
export function sortedOut(places: readonly AnswerPlace[]) {
  const isAsked = (place: AnswerPlace) => place.state === 'settled' || place.state === 'asking';
  return { asked: places.filter(isAsked), notAsked: places.filter((place) => !isAsked(place)) };
}

/** Places of one account that say the same, told as one line. */
export type PlaceGroup = { account: string; places: readonly AnswerPlace[] };

/** More of one account than this are one line where they say the same. */
const FOLDED_FROM = 4;

function saying(place: AnswerPlace): string {
  if (place.state === 'failed') return `failed ${place.problem?.code} ${place.problem?.action}`;
  return place.state === 'skipped' || place.state === 'unasked' ? place.state : placeKey(place);
}

/** Places with those of an account that could not be asked for one reason together, in the order of the first of them. */
export function foldedPlaces(places: readonly AnswerPlace[]): PlaceGroup[] {
  const groups = new Map<string, AnswerPlace[]>();
  for (const place of places) {
    const key = `${place.account} ${saying(place)}`;
    groups.set(key, [...(groups.get(key) ?? []), place]);
  }
  return [...groups.values()].flatMap((group) =>
    group.length < FOLDED_FROM
      ? group.map((place) => ({ account: place.account, places: [place] }))
      : [{ account: group[0]?.account ?? '', places: group }],
  );
}
