import type { Eni } from '@/lib/eni/eni';
import { routes } from '@/lib/queries/routes';
import { DEFAULT_VIEW } from '@/lib/search/view';

/** The list with one ENI and its drawer open, where that ENI is. */
export function eniHref({ account, region, id }: Pick<Eni, 'account' | 'region' | 'id'>): string {
  const search = {
    accounts: [account],
    regions: [region],
    terms: [{ key: 'eni' as const, negated: false, values: [id] }],
  };
  return routes.explorer({ search, view: { ...DEFAULT_VIEW, drawer: id } });
}
