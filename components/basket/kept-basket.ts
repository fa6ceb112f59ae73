'use client';

import { useMemo } from 'react';
import { readStoredText, useStoredText, writeStoredText } from '@/components/ui/use-stored-text';
import {
  type Basket,
  type BasketIssue,
  type BasketPlace,
  type Candidate,
  EMPTY_BASKET,
  formatBasket,
  itemsIn,
  type PutAside,
  type PutOutcome,
  parseBasket,
  putAside,
  withItems,
} from '@/lib/cleanup/basket';

const NAME = 'eni_atlas_cleanup';

/** What is put aside, or the unreadable text that is stored instead. */
type Kept = { basket: Basket; unread: { text: string; issue: BasketIssue } | null };

function readKept(text: string | null): Kept {
  if (text === null) return { basket: EMPTY_BASKET, unread: null };
  const parsed = parseBasket(text);
  return 'issue' in parsed
    ? { basket: EMPTY_BASKET, unread: { text, issue: parsed.issue } }
    : { basket: parsed, unread: null };
}

/** Writes the basket; an empty one that holds nothing of another version is removed from storage. */
function write(basket: Basket): boolean {
  const isBare = basket.places.length + basket.unread.length + Object.keys(basket.rest).length === 0;
  return writeStoredText(NAME, isBare ? null : formatBasket(basket));
}

/**
 * Puts ENIs aside in what the browser keeps, as it stands now: another tab may have changed it since the last render.
 * @returns the outcome; null if the stored basket cannot be read, in which case it is never overwritten
 */
export function keepAside(candidates: readonly Candidate[]): (PutOutcome & { isKept: boolean }) | null {
  const { basket, unread } = readKept(readStoredText(NAME));
  if (unread !== null) return null;
  const outcome = putAside(basket, candidates, new Date().toISOString());
  return { ...outcome, isKept: write(outcome.basket) };
}

/** Changes the items of a place, as they stand now. */
export function changeItems(
  place: Pick<BasketPlace, 'account' | 'region'>,
  change: (items: readonly PutAside[]) => readonly PutAside[],
): void {
  const { basket, unread } = readKept(readStoredText(NAME));
  if (unread === null) write(withItems(basket, place, change(itemsIn(basket, place))));
}

/** Replaces an unreadable basket with an empty one. */
export function forgetUnreadBasket(): void {
  writeStoredText(NAME, null);
}

/** What this browser has put aside, in every tab; nothing on the server and until hydrated. */
export function useKeptBasket(): Kept {
  const [text] = useStoredText(NAME);
  return useMemo(() => readKept(text), [text]);
}
