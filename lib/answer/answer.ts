import type { AskedEip, AskWay } from '@/lib/eni/ask';
import type { Eni } from '@/lib/eni/eni';
import type { Place } from '@/lib/eni/page';
import { placeKey } from '@/lib/eni/place';
import { findAsked } from '@/lib/search/ask/found';
import type { Reading } from '@/lib/search/reading/merge';
import type { Heard } from './heard';
import { type AnswerPlace, isSettledFor, placesOf } from './places';
import type { Question, QuestionItem } from './question';

/** A holder of one thing that was asked for. `eni` is null only for an EIP that is known to exist and is on no ENI. */
export type Hit = Place & {
  isHere: boolean;
  way: AskWay;
  eni: Eni | null;
  eip: AskedEip | null;
  /** Other accounts that see the same ENI: a shared VPC, or two names of one account. */
  seenBy: readonly string[];
};

/** What can be said about a thing that was asked for; `open` while a place is still being asked. */
export type Verdict = 'here' | 'both' | 'elsewhere' | 'none' | 'open' | 'unread';

export type AnswerItem = QuestionItem & {
  hits: readonly Hit[];
  /** Places where more ENIs have it than are listed, and how many have it in all; null where that is not counted. */
  more: readonly (Place & { isHere: boolean; enis: number | null })[];
  verdict: Verdict;
  /** Places that know whether they have it, and those that were not asked for it, or did not say. */
  asked: number;
  notAsked: number;
  /** Places that have not answered yet. */
  pending: number;
};

export type Answer = { question: Question; items: readonly AnswerItem[]; places: readonly AnswerPlace[] };

function ownHits(question: Question, reading: Reading): Map<string, Hit[]> {
  const found = new Map<string, Hit[]>();
  const values = question.items.flatMap(({ text, as }) => (as === 'value' || as === 'block' ? text : []));
  for (const { value, holders } of findAsked({ ...question.term, key: 'any', values }, reading.enis).items)
    found.set(
      value,
      holders.map(({ eni, way }) => ({
        account: eni.account,
        region: eni.region,
        isHere: true,
        way,
        eni,
        eip: null,
        seenBy: [],
      })),
    );
  const names = new Set(question.names);
  for (const eni of names.size > 0 ? reading.enis : []) {
    if (eni.name === null || !names.has(eni.name)) continue;
    const { account, region, name } = eni;
    found.set(name, [
      ...(found.get(name) ?? []),
      { account, region, isHere: true, way: 'name', eni, eip: null, seenBy: [] },
    ]);
  }
  return found;
}

/** An id is one ENI in its region, from whichever account it is seen. */
const keyOf = ({ account, region, eni, eip }: Hit) =>
  eni ? `${region}/${eni.id}` : `${account}/${region} ${eip?.ipAddress}`;

function joined(one: Hit, other: Hit): Hit {
  const seenBy = new Set([...one.seenBy, other.account].filter((account) => account !== one.account));
  return { ...one, eip: one.eip ?? other.eip, seenBy: [...seenBy] };
}

/** Each ENI once: as the view read it where it did, with what else a place knows of its EIP. */
function joinHits(own: readonly Hit[], told: readonly Hit[]): Hit[] {
  const hits = new Map<string, Hit>();
  // The view's own stand first, whatever came first.
  for (const hit of [
    ...own,
    ...told.filter(({ isHere }) => isHere),
    ...told.filter(({ isHere }) => !isHere),
  ]) {
    const known = hits.get(keyOf(hit));
    hits.set(keyOf(hit), known ? joined(known, hit) : hit);
  }
  return [...hits.values()];
}

function verdictOf(item: QuestionItem, at: { isHere: boolean }[], isOpen: boolean): Verdict {
  if (item.as === 'unread') return 'unread';
  const isHere = at.some((one) => one.isHere);
  const isElsewhere = at.some((one) => !one.isHere);
  if (isHere) return isElsewhere ? 'both' : 'here';
  return isElsewhere ? 'elsewhere' : isOpen ? 'open' : 'none';
}

/**
 * What is known about each thing that was asked for, from the view's own reading and from the answers of the places.
 */
export function answerOf(question: Question, reading: Reading, heard: Heard): Answer {
  const places = placesOf(reading, heard, question);
  const isHere = new Map(places.map((place) => [placeKey(place), place.isHere]));
  const own = ownHits(question, reading);
  const told = new Map<string, Hit[]>();
  const more = new Map<string, AnswerItem['more'][number][]>();
  for (const { account, region, hits, more: others = [] } of heard.answers) {
    const place = { account, region, isHere: isHere.get(placeKey({ account, region })) ?? false };
    for (const { value, ...hit } of hits)
      told.set(value, [...(told.get(value) ?? []), { ...place, ...hit, seenBy: [] }]);
    for (const { value, enis } of others) more.set(value, [...(more.get(value) ?? []), { ...place, enis }]);
  }
  const items = question.items.map((item): AnswerItem => {
    const hits = joinHits(own.get(item.text) ?? [], told.get(item.text) ?? []);
    const many = more.get(item.text) ?? [];
    const asking = places.filter((place) => place.state === 'asking').length;
    const asked = places.filter((place) => isSettledFor(place, item.text)).length;
    return {
      ...item,
      hits,
      more: many,
      verdict: verdictOf(item, [...hits, ...many], asking > 0),
      asked,
      notAsked: places.length - asking - asked,
      pending: asking,
    };
  });
  return { question, items, places };
}

/** The counts of a list, which are also what it can be cut to; together they are all of it. */
export const LIST_FILTERS = ['here', 'elsewhere', 'none', 'unread'] as const;
export type ListFilter = (typeof LIST_FILTERS)[number];

/** Where a thing is counted: what is here and elsewhere is here, and what may still be found is not found yet. */
export function listFilterOf({ verdict }: AnswerItem): ListFilter {
  if (verdict === 'both') return 'here';
  return verdict === 'open' ? 'none' : verdict;
}
