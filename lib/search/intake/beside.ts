import { isBadText } from '../kinds';
import { escapeText, splitList, unescapeText } from '../list-text';
import { MOST_VALUES } from '../search';

/** Words that a pasted list held beside the values of its filter, and their places in the whole list. */
export type Beside = { at: number; text: string };

/** Longer pieces are prose; what they begin with tells which. */
const LONGEST = 120;

/** A piece as it is kept and shown. */
export function besideText(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u{fffd}\s]+/gu, ' ').trim();
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST - 1)}…` : plain;
}

/** Reads the URL's `5:10.24.300.7,15:pay-gw (old)`; null where it is no such list. */
export function parseBeside(text: string): Beside[] | null {
  const parts = splitList(text).map((part) => /^(\d{1,4}):(.+)$/su.exec(part));
  if (parts.length > MOST_VALUES) return null;
  const read = parts.map((match) => ({
    at: Number(match?.[1]),
    text: unescapeText(match?.[2] ?? ''),
  }));
  const isWhole =
    parts.every((match) => match !== null) && read.every(({ text: piece }) => !isBadText(piece));
  return isWhole ? read : null;
}

export function formatBeside(beside: readonly Beside[]): string {
  return beside
    .slice(0, MOST_VALUES)
    .map(({ at, text }) => `${at}:${escapeText(text)}`)
    .join(',');
}

/** The whole list in the order in which it was pasted: the values of the filter, and what stood between them. */
export function inOrder(
  values: readonly string[],
  beside: readonly Beside[],
): { text: string; isValue: boolean }[] {
  const all = values.map((text) => ({ text, isValue: true }));
  for (const { at, text } of [...beside].sort((a, b) => a.at - b.at))
    all.splice(at, 0, { text, isValue: false });
  return all;
}
