'use client';

import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import type { Accounts } from '@/lib/eni/page';
import { shownName, visibleText } from '@/lib/eni/visible-text';
import { regionsQuery } from '@/lib/queries/enis';
import { vSwitchesQuery } from '@/lib/queries/vswitches';
import { chosenNames } from '@/lib/search/scope-choice';
import { ALL, EMPTY_SEARCH, type FilterTerm, type Search } from '@/lib/search/search';
import { type CompareState, sidesOf } from '@/lib/views/compare';

/** A place that can be compared with. */
export type Pick = { id: string; name: string; hint: string; isMono: boolean; scope: Search };

export type PickSection = { id: 'regions' | 'accounts' | 'networks'; title: string; picks: Pick[] };

/** Choices beyond this number are found by typing. */
const MOST_PICKS = 100;

const term = (key: 'vpc' | 'vswitch', id: string): FilterTerm => ({ key, negated: false, values: [id] });

/** The places near the other side, or near this side while there is no other, whose name contains the text. */
export function usePicks(state: CompareState, accounts: Accounts['items'], text: string) {
  const t = useTranslations('compare.pick');
  const locale = useLocale();
  const { here, there } = sidesOf(state);
  const from = there?.kind === 'search' ? there.search : here.kind === 'search' ? here.search : state.search;
  const own = accounts.find((account) => account.default) ?? accounts[0];
  const account = chosenNames(from.accounts, own?.name ?? null)[0] ?? null;
  const home = account === null || account === ALL ? own : accounts.find(({ name }) => name === account);
  const asked = home?.name ?? account;
  const scope: Search = { ...EMPTY_SEARCH, accounts: from.accounts, regions: from.regions };
  const regions = useQuery({ ...regionsQuery(asked ?? ''), enabled: asked !== null, retry: false });
  const networks = useQuery(vSwitchesQuery(scope));
  const hereRegions = chosenNames(state.search.regions, home?.defaultRegion ?? null);

  const sections: PickSection[] = [
    {
      id: 'regions',
      title: t('regions', { account: asked ?? '' }),
      picks: (regions.data?.items ?? [])
        .filter(({ id }) => !(hereRegions.length === 1 && hereRegions[0] === id && there === null))
        .map(({ id, names }) => ({
          id,
          name: id,
          hint: locale === 'zh-CN' ? names.zh : names.en,
          isMono: true,
          scope: { ...scope, regions: [id] },
        })),
    },
    {
      id: 'accounts',
      title: t('accounts'),
      picks: accounts
        .filter(({ name }) => name !== asked || there !== null)
        .map(({ name }) => ({
          id: name,
          name,
          hint: '',
          isMono: false,
          scope: { ...scope, accounts: [name] },
        })),
    },
    {
      id: 'networks',
      title: t('networks'),
      picks: [
        ...(networks.data?.vpcs ?? []).map(({ id, name, cidrBlock }) => ({
          id,
          name: shownName({ name, id }),
          hint: [name === null ? null : id, cidrBlock].filter(Boolean).join(' · '),
          isMono: name === null,
          scope: { ...scope, terms: [term('vpc', id)] },
        })),
        ...(networks.data?.items ?? []).map(({ id, name, vpcName, cidrBlock }) => ({
          id,
          name: shownName({ name, id }),
          hint: [name === null ? null : id, vpcName && visibleText(vpcName), cidrBlock]
            .filter(Boolean)
            .join(' · '),
          isMono: name === null,
          scope: { ...scope, terms: [term('vswitch', id)] },
        })),
      ],
    },
  ];
  const wanted = text.trim().toLowerCase();
  const found = sections.map((section) => ({
    ...section,
    picks: section.picks
      .filter(({ name, hint }) => `${name} ${hint}`.toLowerCase().includes(wanted))
      .slice(0, MOST_PICKS),
  }));
  return {
    sections: found.filter(({ picks }) => picks.length > 0),
    isLoading: regions.isLoading || networks.isLoading,
    hasFailed: regions.isError || networks.isError || (networks.data?.failures.length ?? 0) > 0,
  };
}
