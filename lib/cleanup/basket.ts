import * as z from 'zod/mini';
import { keyIn } from '@/lib/eni/place';
import { REGION_ID } from '@/lib/eni/region';

/** An ENI that was put aside, by its id. */
export type PutAside = {
  id: string;
  /** The API's word when it was put aside; null where that was not known. */
  status: string | null;
  /** Goes into the script, where nothing speaks against it. */
  isWanted: boolean;
  /** ISO 8601. */
  at: string;
};

/** The ENIs put aside in one account and region, in the order in which that was done. */
export type BasketPlace = { account: string; region: string; items: readonly PutAside[] };

/**
 * All that one browser has put aside.
 * - `unread`: places and items that this version does not know; written back as they were.
 * - `rest`: fields beside the places, of another version.
 */
export type Basket = {
  version: number;
  places: readonly BasketPlace[];
  unread: readonly unknown[];
  rest: Record<string, unknown>;
};

const VERSION = 1;

export const EMPTY_BASKET: Basket = { version: VERSION, places: [], unread: [], rest: {} };

/** The form of an id that may be written into a script. */
export const ENI_ID = /^eni-[a-z0-9]{1,60}$/;

/** The limit for one account and region: ten calls read that many again. */
export const MOST_PUT_ASIDE = 1000;
const LONGEST_TEXT = 4_000_000;

/** Why a text is no basket. */
export const BASKET_ISSUES = ['not_json', 'no_places', 'too_long'] as const;
export type BasketIssue = (typeof BASKET_ISSUES)[number];

const basketSchema = z.looseObject({ version: z.optional(z.number()), places: z.array(z.unknown()) });

const placeSchema = z.object({
  account: z.string().check(z.minLength(1), z.maxLength(200)),
  region: z.string().check(z.regex(REGION_ID)),
  items: z.array(z.unknown()),
});

const itemSchema = z.object({
  id: z.string().check(z.regex(ENI_ID)),
  status: z.nullable(z.string()),
  isWanted: z.boolean(),
  at: z.string(),
});

/**
 * Reads what a browser keeps. Entries that this version does not know are kept and not applied; a text that is no
 * basket at all is an issue.
 */
export function parseBasket(text: string): Basket | { issue: BasketIssue } {
  if (text.length > LONGEST_TEXT) return { issue: 'too_long' };
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return { issue: 'not_json' };
  }
  const parsed = basketSchema.safeParse(given);
  if (!parsed.success) return { issue: 'no_places' };
  const { version = VERSION, places: all, ...rest } = parsed.data;
  const unread: unknown[] = [];
  const places = new Map<string, BasketPlace>();
  for (const each of all) {
    const place = placeSchema.safeParse(each);
    if (!place.success) {
      unread.push(each);
      continue;
    }
    const { account, region } = place.data;
    const known = new Map<string, PutAside>();
    const strange: unknown[] = [];
    for (const item of place.data.items) {
      const read = itemSchema.safeParse(item);
      if (read.success && known.size < MOST_PUT_ASIDE) known.set(read.data.id, read.data);
      else strange.push(item);
    }
    if (strange.length > 0) unread.push({ account, region, items: strange });
    const key = JSON.stringify([account, region]);
    if (known.size === 0 || places.has(key)) continue;
    places.set(key, { account, region, items: [...known.values()] });
  }
  return { version, places: [...places.values()], unread, rest };
}

/** The text to keep: nothing that was read is missing from it. */
export function formatBasket({ version, places, unread, rest }: Basket): string {
  return JSON.stringify({ ...rest, version, places: [...places, ...unread] });
}

type Place = Pick<BasketPlace, 'account' | 'region'>;

/** The ENIs put aside in a place. */
export function itemsIn({ places }: Basket, { account, region }: Place): readonly PutAside[] {
  return places.find((place) => place.account === account && place.region === region)?.items ?? [];
}

/** How many ENIs are put aside, everywhere. */
export function countOf({ places }: Basket): number {
  return places.reduce((sum, { items }) => sum + items.length, 0);
}

/** The basket with other items in a place; a place without any is left out. */
export function withItems(basket: Basket, { account, region }: Place, items: readonly PutAside[]): Basket {
  const isHere = (place: BasketPlace) => place.account === account && place.region === region;
  const changed = basket.places.some(isHere)
    ? basket.places.map((place) => (isHere(place) ? { account, region, items } : place))
    : [...basket.places, { account, region, items }];
  return { ...basket, places: changed.filter((place) => place.items.length > 0) };
}

/** What to put aside. */
export type Candidate = Place & { id: string; status: string | null };

/** Those that are not put aside yet. */
export function notAside({ places }: Basket, candidates: readonly Candidate[]): Candidate[] {
  const known = new Set(places.flatMap((place) => place.items.map(({ id }) => keyIn(place, id))));
  return candidates.filter((candidate) => !known.has(keyIn(candidate, candidate.id)));
}

/**
 * The result of putting ENIs aside: how many are new, how many were there before, and those that a basket cannot hold:
 * their id has no plain form, or the place is full.
 */
export type PutOutcome = { basket: Basket; added: number; again: number; refused: number; full: number };

/** Puts ENIs aside, each where it is. Those that are there already stay as they are. */
export function putAside(basket: Basket, candidates: readonly Candidate[], at: string): PutOutcome {
  const outcome: PutOutcome = { basket, added: 0, again: 0, refused: 0, full: 0 };
  const groups = new Map<string, { place: Place; items: Map<string, PutAside> }>();
  for (const { account, region, id, status } of candidates) {
    if (!ENI_ID.test(id) || !REGION_ID.test(region) || account === '') {
      outcome.refused += 1;
      continue;
    }
    const key = JSON.stringify([account, region]);
    const group = groups.get(key) ?? {
      place: { account, region },
      items: new Map(itemsIn(basket, { account, region }).map((item) => [item.id, item])),
    };
    groups.set(key, group);
    if (group.items.has(id)) outcome.again += 1;
    else if (group.items.size >= MOST_PUT_ASIDE) outcome.full += 1;
    else {
      group.items.set(id, { id, status, isWanted: true, at });
      outcome.added += 1;
    }
  }
  for (const { place, items } of groups.values())
    outcome.basket = withItems(outcome.basket, place, [...items.values()]);
  return outcome;
}
