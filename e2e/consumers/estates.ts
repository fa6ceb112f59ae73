import { inject } from 'vitest';
import type { Eni } from '../../lib/eni/eni';

/** What is exported, by the name that the docs give it: a search whose answer is that estate. */
export const ESTATES = {
  demo: 'account=prod,staging&region=all',
  audit: 'account=audit&region=all',
  odd: 'account=odd&region=all',
} as const;

export type EstateName = keyof typeof ESTATES;

export const ESTATE_NAMES = Object.keys(ESTATES) as EstateName[];

type Page = { items: Eni[]; cursor: string | null };

/** Asks the dashboard; fails where it does not answer with success. */
export async function ask(path: string): Promise<Response> {
  const response = await fetch(`${inject('dashboardUrl')}${path}`);
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response;
}

/** Every ENI of a search, as `/api/enis` gives it. */
export async function enisOfSearch(search: string): Promise<Eni[]> {
  const enis: Eni[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const query: string = `${search}&limit=2000${cursor && `&cursor=${encodeURIComponent(cursor)}`}`;
    const page = (await (await ask(`/api/enis?${query}`)).json()) as Page;
    enis.push(...page.items);
    cursor = page.cursor;
  }
  return enis;
}

const known = new Map<EstateName, Promise<Eni[]>>();

/** Every ENI of an estate, as `/api/enis` gives it; asked for once. */
export function enisOf(estate: EstateName): Promise<Eni[]> {
  const enis = known.get(estate) ?? enisOfSearch(ESTATES[estate]);
  known.set(estate, enis);
  return enis;
}
