import type { MixedForm } from '../mixed';
import { type Beside, besideText } from './beside';
import { type Item, isOfNetwork, readCertain, readPiece } from './piece';
import { plainText } from './plain-text';
import { stripEnds } from './strip-ends';

/** Separates the pieces of a ticket, a mail or a spreadsheet. */
export const SEPARATORS = /[\s,;|"'`<>，、；：。！？…“”‘’「」『』《》〈〉【】（）()[\]{}→←⇒↔•·—–]+/u;

/** Separates the cells of a spreadsheet and the lines of a list. Blanks do not: names and prose have them. */
export const CELLS = /[\n\r\t,;|，、；：。！？]+/u;
/** Characters that are no quote and no bracket around a cell; round brackets may be part of the text. */
const UNWRAPPED = /[^\s"'`<>[\]{}“”‘’「」『』《》〈〉【】]/u;
/** A word that was meant as something: an address with a mistake, a name of a machine. */
const MEANT = /[\p{N}*_-]/u;

/** Words of Chinese stand against an address without a blank. */
const HAN = /\p{Script=Han}+/gu;

/**
 * The contents of a pasted list: how many of each form, how often an item came again, and words that were not read,
 * which are listed `beside` the items at their places in the list.
 */
export type Paste = { forms: [MixedForm, number][]; again: number; unread: string[]; beside: Beside[] };

/** The pieces of a cell: what was read of each, and what was not. A piece after a word for a mask or the like is not read. */
function piecesOf(cell: string): (Item | string)[][] {
  const pieces = cell
    .replace(HAN, ' $& ')
    .split(SEPARATORS)
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece) || readCertain(piece) !== null);
  return pieces.map((piece, at) => (isOfNetwork(pieces[at - 1] ?? '') ? [piece] : readPiece(piece)));
}

/**
 * Consecutive words that were not read: a word meant as something stands alone, the words around it join into phrases.
 */
function phrasesOf(words: readonly string[]): string[] {
  const phrases: string[] = [];
  let isOpen = false;
  for (const word of words) {
    const isMeant = MEANT.test(word);
    if (isOpen && !isMeant) phrases.push(`${phrases.pop()} ${word}`);
    else phrases.push(word);
    isOpen = !isMeant;
  }
  return phrases;
}

/**
 * The contents of a cell, in its order: items, and the words between them. A name may have blanks, so a cell without
 * items stays whole.
 */
function readCell(cell: string): (Item | string)[] {
  const held = piecesOf(cell).flat();
  const words = held.filter((each) => typeof each === 'string');
  if (words.length === held.length)
    return words.every((word) => MEANT.test(word)) ? words : [stripEnds(cell, UNWRAPPED)];
  const whole: (Item | string)[] = [];
  let run: string[] = [];
  for (const each of held) {
    if (typeof each === 'string') run.push(each);
    else {
      whole.push(...phrasesOf(run), each);
      run = [];
    }
  }
  return [...whole, ...phrasesOf(run)];
}

/**
 * Takes apart a text that was pasted from a ticket or a spreadsheet: its addresses, CIDRs, MACs and ids in the order
 * they came, each once. Words around them are listed with their place, so that nothing is dropped in silence.
 */
export function readPaste(text: string): Paste & { items: Item[] } {
  const items = new Map<string, Item>();
  const unread = new Map<string, number>();
  let again = 0;
  for (const held of plainText(text).split(CELLS).flatMap(readCell)) {
    const at = items.size + unread.size;
    if (typeof held === 'string') {
      const piece = besideText(held);
      if (piece !== '' && !unread.has(piece)) unread.set(piece, at);
    } else if (items.has(held.value)) again++;
    else items.set(held.value, held);
  }
  const forms = new Map<MixedForm, number>();
  for (const { form } of items.values()) forms.set(form, (forms.get(form) ?? 0) + 1);
  return {
    items: [...items.values()],
    forms: [...forms].sort(([, a], [, b]) => b - a),
    again,
    unread: [...unread.keys()],
    beside: [...unread].map(([piece, at]) => ({ at, text: piece })),
  };
}
