import type { Eni } from '@/lib/eni/eni';
import { type EnisPage, enisPageSchema, type Failure } from '@/lib/eni/page';
import type { FilterTerm, Search } from '@/lib/search/search';
import { fetchJson } from './fetch-json';
import { routes } from './routes';

/** The most ENIs that are offered: a reader who means more picks them in the table. */
export const MOST_FOUND = 100;

/** The ENIs found, whether there are more, and the places that could not be searched. */
export type LookedUp = { enis: Eni[]; hasMore: boolean; failures: Failure[] };

/** ENIs worth putting aside come first, the rest in the order of the answer. */
function idleFirst(enis: readonly Eni[]): Eni[] {
  const isIdle = ({ status }: Eni) => status === 'Available';
  return [...enis.filter(isIdle), ...enis.filter((eni) => !isIdle(eni))];
}

/** Asks for each of some terms in turn until one finds something. */
export async function lookUp(
  scope: Pick<Search, 'accounts' | 'regions'>,
  terms: readonly FilterTerm[],
  most: number,
  signal: AbortSignal,
): Promise<LookedUp> {
  let found: LookedUp = { enis: [], hasMore: false, failures: [] };
  for (const term of terms) {
    const search: Search = { ...scope, terms: [term] };
    found = { enis: [], hasMore: false, failures: [] };
    let cursor: string | null = null;
    do {
      const page: EnisPage = await fetchJson(enisPageSchema, routes.api.enis(search, MOST_FOUND, cursor), {
        signal,
      });
      found.enis.push(...page.items);
      found.failures.push(...page.failures);
      cursor = page.cursor;
    } while (cursor !== null && found.enis.length < most);
    // A page may bring more than was asked for: what was read is never thrown away.
    found.hasMore = cursor !== null || found.enis.length > most;
    found.enis = idleFirst(found.enis).slice(0, most);
    if (found.enis.length > 0) break;
  }
  return found;
}
