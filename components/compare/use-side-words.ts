'use client';

import { useTranslations } from 'next-intl';
import { useNameOf } from '@/components/names/use-names';
import type { Accounts } from '@/lib/eni/page';
import { visibleText } from '@/lib/eni/visible-text';
import { chosenNames } from '@/lib/search/scope-choice';
import { ALL } from '@/lib/search/search';
import { isPlaceTerm, type SideChoice } from '@/lib/views/compare';

/** What a side is called: `prod · cn-hangzhou`, its VPC or vSwitch behind it; a file by its name. */
export function useSideWords(accounts: Accounts['items']): (choice: SideChoice) => string {
  const t = useTranslations('scope');
  const nameOf = useNameOf();
  const own = accounts.find((account) => account.default) ?? accounts[0];
  return (choice) => {
    if (choice.kind === 'file') return visibleText(choice.name);
    const { search } = choice;
    const names = chosenNames(search.accounts, own?.name ?? null);
    const home = accounts.find(({ name }) => name === names[0]) ?? own;
    const regions = chosenNames(search.regions, home?.defaultRegion ?? null);
    const said = (ids: string[], all: string, some: (count: number) => string) =>
      ids.length === 1 ? (ids[0] === ALL ? all : (ids[0] as string)) : some(ids.length);
    const places = search.terms
      .filter(isPlaceTerm)
      .map(({ values }) => values.map((id) => nameOf(id) ?? id).join(', '));
    return [
      said(names, t('allAccounts'), (count) => t('countAccounts', { count })),
      said(regions, t('allRegions'), (count) => t('countRegions', { count })),
      ...places,
    ]
      .map(visibleText)
      .join(' · ');
  };
}
