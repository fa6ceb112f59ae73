import { type Beside, besideText } from './beside';
import { type Mixed, type MixedForm, readMixed } from './mixed';

/** What parts the pieces of a ticket, a mail or a spreadsheet. */
export const SEPARATORS = /[\s,;|"'`<>，、；：。！？…“”‘’「」『』《》〈〉【】（）()[\]{}]+/u;

/** What parts the cells of a spreadsheet and the lines of a list. Blanks do not: names and prose have them. */
export const CELLS = /[\n\r\t,;|，、；：。！？]+/u;
/** Quotes and brackets that stand around a cell; round ones may be part of what is said. */
const WRAPPING = /^[\s"'`<>[\]{}“”‘’「」『』《》〈〉【】]+|[\s"'`<>[\]{}“”‘’「」『』《》〈〉【】]+$/gu;
/** A word that was meant as something: an address with a mistake, a name of a machine. */
const MEANT = /[\p{N}*_-]/u;

/** Where an address stands in a URL, or with its port. */
const IN_BRACKETS = /\[([0-9a-f:.]+)\](?::\d{1,5})?/gi;
const URL_HOST = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]+).*$/i;
const PORT = /^(\d{1,3}(?:\.\d{1,3}){3}):\d{1,5}$/;
const INTERFACE = /^([0-9a-f:]+)%[\w.-]+$/i;
/** `src=10.0.0.7`, `IP:10.0.0.7`. */
const LABELLED = /^(?![0-9a-f]+:)[\p{L}_][\p{L}\p{N}_.-]*[:=](.+)$/iu;
const AROUND = /^[^\p{L}\p{N}:]+|[^\p{L}\p{N}:*]+$/gu;
/** Words of Chinese stand against an address without a blank. */
const HAN = /\p{Script=Han}+/gu;

/**
 * What a pasted list holds: how many of each form, how often something came again, and what was not read, which stands
 * `beside` the items at its place of the list.
 */
export type Paste = { forms: [MixedForm, number][]; again: number; unread: string[]; beside: Beside[] };

/** Reads a text whose form is certain: any word could be an id of a form that we do not know, and none is taken for one. */
function readCertain(text: string): Mixed | null {
  const mixed = readMixed(text);
  if (mixed === null || mixed.form === 'id') return null;
  // `i-think` is no instance, and a masked MAC nobody's.
  const isWord = mixed.form === 'instance' && !/\d/.test(mixed.value);
  return isWord || (mixed.form === 'mac' && /[*x]/.test(mixed.value)) ? null : mixed;
}

/** Reads a piece as it is, else without what stands around an address in prose and logs. */
function readPiece(piece: string): Mixed | null {
  const certain = readCertain(piece);
  if (certain) return certain;
  const trimmed = piece.replace(AROUND, '');
  const host = URL_HOST.exec(trimmed)?.[1] ?? trimmed;
  const address = PORT.exec(host)?.[1] ?? INTERFACE.exec(host)?.[1] ?? host.replace(/:+$/, '');
  const said = LABELLED.exec(address)?.[1];
  return readCertain(address) ?? (said === undefined ? null : readPiece(said));
}

/** The parts of a piece with slashes where they are things of their own; a length would make it a CIDR that is wrong. */
function parts(piece: string): string[] {
  const split = piece.split('/').filter(Boolean);
  return split.some((part) => /^\d*$/.test(part)) || !split.some(readPiece) ? [piece] : split;
}

/** The pieces of a cell, each read or not. */
function piecesOf(cell: string): { piece: string; mixed: Mixed | null }[] {
  return cell
    .replace(HAN, ' $& ')
    .split(SEPARATORS)
    .filter(Boolean)
    .flatMap((piece) => (piece.includes('/') && readPiece(piece) === null ? parts(piece) : [piece]))
    .map((piece) => ({ piece, mixed: readPiece(piece) }));
}

/** Words that were not read, one after another: each that was meant as something alone, those around it as phrases. */
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

/** What a cell holds, in its order: items, and what stands between them. A name may have blanks, so a cell without items stays whole. */
function readCell(cell: string): (Mixed | string)[] {
  const pieces = piecesOf(cell);
  const words = pieces.map(({ piece }) => piece);
  if (pieces.every(({ mixed }) => mixed === null))
    return words.every((word) => MEANT.test(word)) ? words : [cell.replace(WRAPPING, '')];
  const held: (Mixed | string)[] = [];
  let run: string[] = [];
  for (const { piece, mixed } of pieces) {
    if (mixed === null) run.push(piece);
    else {
      held.push(...phrasesOf(run), mixed);
      run = [];
    }
  }
  return [...held, ...phrasesOf(run)];
}

/**
 * Takes apart a text that was pasted from a ticket or a spreadsheet: its addresses, CIDRs, MACs and ids in the order
 * they came, each once. Words around them are listed with their place, so that nothing is dropped in silence.
 */
export function readPaste(text: string): Paste & { items: Mixed[] } {
  const items = new Map<string, Mixed>();
  const unread = new Map<string, number>();
  let again = 0;
  for (const held of text.replace(IN_BRACKETS, ' $1 ').split(CELLS).flatMap(readCell)) {
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
