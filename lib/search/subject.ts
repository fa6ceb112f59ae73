import { drawerId } from './drawer-key';
import type { FilterTerm } from './search';

/** The longest that a subject may be, in characters: tabs and lists of bookmarks show less. */
const MOST = 60;

const spelled = ({ key, negated, values }: FilterTerm): string => {
  const [first = '', ...others] = values;
  const rest = others.length > 0 ? ` +${others.length}` : '';
  return `${negated ? '-' : ''}${key === 'q' ? `“${first}”` : first}${rest}`;
};

/**
 * The subject of a view, for the title of its page: the open ENI, else the filters, else nothing. Values as the address
 * spells them, so that it needs no language.
 */
export function subjectOf(terms: readonly FilterTerm[], drawer: string | null = null): string | null {
  if (drawer !== null) return drawerId(drawer);
  if (terms.length === 0) return null;
  const said = terms.map(spelled).join(', ');
  return said.length <= MOST ? said : `${said.slice(0, MOST - 1)}…`;
}
