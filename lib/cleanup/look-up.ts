import { readIntake } from '@/lib/search/intake/intake';
import { readValue } from '@/lib/search/intake/typed-values';
import { escapeText } from '@/lib/search/list-text';
import type { FilterTerm } from '@/lib/search/search';

/**
 * What a text asks for.
 * - `terms`: tried one after another until one finds something.
 * - `isExact`: it names ENIs, so that every ENI found is meant.
 */
export type Asked = { terms: FilterTerm[]; isExact: boolean };

/** Reads what was typed or pasted to be put aside: ids, addresses, MACs, or a name. Null for no text at all. */
export function readAsked(text: string): Asked | null {
  const [first] = readIntake(text);
  if (first === undefined) return null;
  if (first.as !== 'words') {
    const isExact = first.as === 'list' || first.as === 'mixed' || first.term.key === 'eni';
    return { terms: [first.term], isExact };
  }
  // A name is asked of the API in one call; words are looked for in all that there is.
  const name = readValue('name', escapeText(text.trim(), '*'));
  const byName: FilterTerm[] = name === null ? [] : [{ key: 'name', negated: false, values: [name] }];
  return { terms: [...byName, first.term], isExact: false };
}
