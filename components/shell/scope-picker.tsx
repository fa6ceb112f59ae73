'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { Accounts } from '@/lib/eni/page';
import { chosenNames } from '@/lib/search/scope-choice';
import { ALL, type Search } from '@/lib/search/search';
import { regionName } from './region-name';
import { ScopeButton } from './scope-button';
import { useRegionChoices } from './use-region-choices';

type ScopePickerProps = {
  search: Pick<Search, 'accounts' | 'regions'>;
  accounts: Accounts['items'];
  onScope: (scope: Partial<Pick<Search, 'accounts' | 'regions'>>) => void;
};

/** Up to this total length several names are spelled out; otherwise their number is shown. */
const FEW_LETTERS = 18;

/** Where to look: accounts and regions. */
export function ScopePicker({ search, accounts, onScope }: ScopePickerProps) {
  const t = useTranslations('scope');
  const mark = useTranslations('mark');
  const locale = useLocale();
  const own = accounts.find((account) => account.default) ?? accounts[0];
  const accountNames = chosenNames(search.accounts, own?.name ?? null);
  const asked = accountNames.includes(ALL) ? accounts.map(({ name }) => name) : accountNames;
  const home = accounts.find(({ name }) => name === asked[0]) ?? own;
  const regionIds = chosenNames(search.regions, home?.defaultRegion ?? null);
  const regions = useRegionChoices(asked);
  const oneRegion = regionIds.length === 1 && regionIds[0] !== ALL ? (regionIds[0] as string) : null;

  const said = (names: string[], all: string, some: (count: number) => string) => {
    if (names.includes(ALL)) return all;
    const named = names.join(mark('list'));
    return names.length === 1 || named.length <= FEW_LETTERS ? named : some(names.length);
  };

  return (
    <fieldset className="flex shrink-0 rounded-sm border border-line-strong">
      <legend className="sr-only">{t('label')}</legend>
      <ScopeButton
        field={t('account')}
        value={said(accountNames, t('allAccounts'), (count) => t('countAccounts', { count }))}
        search={t('searchAccounts')}
        all={t('allAccounts')}
        chosen={accountNames}
        byDefault={own?.name ?? null}
        choices={accounts.map(({ name }) => ({ id: name, hint: '', words: name }))}
        onChange={(names) => onScope({ accounts: names })}
      />
      <ScopeButton
        field={t('region')}
        value={said(regionIds, t('allRegions'), (count) => t('countRegions', { count }))}
        hint={oneRegion === null ? null : regionName(oneRegion, locale)}
        search={t('searchRegions')}
        all={t('allRegions')}
        chosen={regionIds}
        byDefault={home?.defaultRegion ?? null}
        choices={regions.choices}
        note={regions.isBuiltin ? t('builtin') : null}
        state={regions.state}
        onOpen={regions.load}
        onChange={(names) => onScope({ regions: names })}
      />
    </fieldset>
  );
}
