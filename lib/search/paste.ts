import { type Mixed, type MixedForm, readMixed } from './mixed';

/** What parts the pieces of a ticket, a mail or a spreadsheet. */
export const SEPARATORS = /[\s,;|"'`<>，、；：。（）()[\]{}]+/u;

/** Where an address stands in a URL, or with its port. */
const IN_BRACKETS = /\[([0-9a-f:.]+)\](?::\d{1,5})?/gi;
const URL_HOST = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]+).*$/i;
const PORT = /^(\d{1,3}(?:\.\d{1,3}){3}):\d{1,5}$/;
/** Words of Chinese stand against an address without a blank. */
const HAN = /\p{Script=Han}+/gu;

/** What a pasted list holds: how many of each form, how often something came again, and what was not read. */
export type Paste = { forms: [MixedForm, number][]; again: number; unread: string[] };

/** The piece without what stands around an address in logs. */
function bare(piece: string): string {
  const host = URL_HOST.exec(piece)?.[1] ?? piece;
  return (PORT.exec(host)?.[1] ?? host).replace(/[.:]+$/, '');
}

/** Reads a piece whose form is certain: any word could be an id of a form that we do not know, and none is taken for one. */
function readPiece(piece: string): Mixed | null {
  const mixed = readMixed(bare(piece));
  return mixed?.form === 'id' ? null : mixed;
}

/**
 * Takes apart a text that was pasted from a ticket or a spreadsheet: its addresses, CIDRs, MACs and ids in the order
 * they came, each once. Words around them are listed, so that nothing is dropped in silence.
 */
export function readPaste(text: string): Paste & { items: Mixed[] } {
  const pieces = text.replace(IN_BRACKETS, ' $1 ').replace(HAN, ' $& ').split(SEPARATORS).filter(Boolean);
  const items = new Map<string, Mixed>();
  const unread = new Set<string>();
  let again = 0;
  for (const piece of pieces) {
    const mixed = readPiece(piece);
    if (mixed === null) unread.add(piece);
    else if (items.has(mixed.value)) again++;
    else items.set(mixed.value, mixed);
  }
  const forms = new Map<MixedForm, number>();
  for (const { form } of items.values()) forms.set(form, (forms.get(form) ?? 0) + 1);
  return {
    items: [...items.values()],
    forms: [...forms].sort(([, a], [, b]) => b - a),
    again,
    unread: [...unread],
  };
}
