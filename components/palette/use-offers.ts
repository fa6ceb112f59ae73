'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo } from 'react';
import { useRegisteredCommands } from '@/components/keys/use-command';
import { useRegionChoices } from '@/components/shell/use-region-choices';
import { VIEW_IDS, viewBy } from '@/components/shell/view-hrefs';
import { useStoredText } from '@/components/ui/use-stored-text';
import { commandBy } from '@/lib/keys/commands';
import { vSwitchesQuery } from '@/lib/queries/vswitches';
import { ALL } from '@/lib/search/search';
import type { PaletteSource } from './jump-source';
import { mapPlacesOf } from './map-places';
import type { Offers } from './palette-items';
import { readRecent, withRecent } from './recent-items';

const RECENT = 'eni_atlas_recent_jumps';

/** Commands that lead to views, which the palette already offers. */
const VIEW_COMMANDS: readonly string[] = VIEW_IDS.map((id) => viewBy(id).command);

/** What the palette can offer on this page, and a function that remembers a choice. */
export function useOffers({ search, accounts, views }: PaletteSource) {
  const t = useTranslations();
  const client = useQueryClient();
  const registered = useRegisteredCommands();
  const [recent, setRecent] = useStoredText(RECENT);
  const named = search.accounts.filter((name) => name !== ALL);
  const fallback = accounts.find((account) => account.default) ?? accounts[0];
  const asked = named.length > 0 ? named : fallback ? [fallback.name] : [];
  const { choices, load } = useRegionChoices(asked);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the palette opens
  useEffect(load, []);
  const vSwitches = client.getQueryData(vSwitchesQuery(search).queryKey)?.items;
  const offers = useMemo(
    (): Offers => ({
      views: VIEW_IDS.map((view) => ({
        view,
        words: `${t(`shell.${view}`)} ${view}`,
        takesTerm: viewBy(view).takesTerm,
      })),
      saved: views ?? [],
      regions: choices,
      accounts: accounts.length > 1 ? accounts.map(({ name }) => name) : [],
      commands: registered
        // Commands that need the focus on a row are useless here, as closing returns the focus to where it was.
        .filter((id) => id !== 'palette' && commandBy(id).place !== 'rows')
        .map((id) => ({ id, words: `${t(`keys.command.${id}`)} ${id}`, isView: VIEW_COMMANDS.includes(id) })),
      filterLabel: (key) => t(`filter.${key}`),
      placesOf: (address) => mapPlacesOf(address, vSwitches ?? []),
      recent: readRecent(recent),
    }),
    [t, views, choices, accounts, registered, vSwitches, recent],
  );
  return { offers, remember: (key: string) => void setRecent(withRecent(recent, key)) };
}
