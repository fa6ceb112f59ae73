import { type FilterKey, filterOf } from '@/lib/search/filters';
import { plainText } from '@/lib/search/intake/plain-text';
import { readValues } from '@/lib/search/intake/typed-values';
import { parseValue, valueFromTyped } from '@/lib/search/kinds';

export type Typed = { ok: true; values: string[] } | { ok: false; value: string; allowed: string[] };

/** Kinds whose values contain no separator, so that a pasted list can be split. */
const LISTABLE = ['id', 'block', 'mac', 'word', 'number'];

/** The values that the user typed or pasted for a filter, or the first that the filter cannot hold. */
export function readTyped(key: FilterKey, text: string): Typed {
  const { kind, known, ...rest } = filterOf(key);
  const pieces = LISTABLE.includes(kind) ? plainText(text).split(/[\s,;|、，；]+/u) : [text];
  const values: string[] = [];
  for (const piece of pieces.filter((each) => each.trim() !== '')) {
    const typed = kind === 'tag' ? piece.replace(/^([^:=]+)=/, '$1:') : piece;
    const read = readValues(key, typed);
    if (read === null) {
      const spelling = valueFromTyped(kind, typed);
      const parsed = parseValue(kind, spelling, known, 'presence' in rest && rest.presence);
      return { ok: false, value: piece.trim(), allowed: parsed.ok ? [] : parsed.allowed };
    }
    values.push(...read.map(({ value }) => value));
  }
  return { ok: true, values: [...new Set(values)] };
}
