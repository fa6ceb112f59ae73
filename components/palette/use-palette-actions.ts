'use client';

import { useRouter } from 'next/navigation';
import { startFilter } from '@/components/filter-bar/start-filter';
import { runCommand } from '@/components/keys/registry';
import { type ViewId, viewHref } from '@/components/shell/view-hrefs';
import { isCommandId } from '@/lib/keys/commands';
import { routes } from '@/lib/queries/routes';
import { ALL, type FilterTerm, type Search } from '@/lib/search/search';
import { addTerm } from '@/lib/search/terms';
import { DEFAULT_USAGE_VIEW } from '@/lib/views/usage';
import type { PaletteSource } from './jump-source';
import type { MapPlace } from './map-places';
import type { PaletteItem } from './palette-items';

/** The message of `palette.second` that names the second action. */
export type SecondAction = { does: 'map' | 'addFilter' | 'addScope' | 'only'; run: () => void };

type Actions = { run: () => void; second: SecondAction | null };

/** What choosing an item does, and what choosing it with ⌘ or Ctrl does. */
export function usePaletteActions(source: PaletteSource): (item: PaletteItem) => Actions {
  const router = useRouter();
  const { search, onSearch, onScope } = source;
  const showOnMap = ({ account, region, vSwitchId, at }: MapPlace) => {
    const term: FilterTerm = { key: 'vswitch', negated: false, values: [vSwitchId] };
    const where: Search = { accounts: [account], regions: [region], terms: [term] };
    router.push(routes.usage({ search: where, view: { ...DEFAULT_USAGE_VIEW, at, isMap: true } }));
  };
  const only = (term: FilterTerm) => {
    if (source.isList) onSearch((now) => ({ ...now, terms: [term] }));
    else router.push(viewHref('enis', search, [term]));
  };
  const add = (term: FilterTerm) => onSearch((now) => addTerm(now, term));
  const widen = (part: 'regions' | 'accounts', name: string): SecondAction | null => {
    const now = search[part].length > 0 ? search[part] : source.reading.scope[part];
    if (now.length === 0 || now.includes(ALL) || now.includes(name)) return null;
    return { does: 'addScope', run: () => onScope({ [part]: [...now, name] }) };
  };

  return (item) => {
    switch (item.kind) {
      case 'holds':
        return {
          run: () => only(item.term),
          second: { does: 'addFilter', run: () => add(item.term) },
        };
      case 'filter':
        return { run: () => add(item.term), second: { does: 'only', run: () => only(item.term) } };
      case 'map':
        return { run: () => showOnMap(item.place), second: null };
      case 'eni': {
        const { account, region, vSwitchId, privateIpAddress: at } = item.match.eni;
        const place = vSwitchId !== null && at !== null ? { account, region, vSwitchId, at } : null;
        return {
          run: () => source.onOpen(item.match.eni),
          second: place && {
            does: 'map',
            run: () => showOnMap({ ...place, name: null, cidr: null }),
          },
        };
      }
      case 'view':
        return {
          run: () =>
            router.push(viewHref(item.view as ViewId, search, item.term === null ? [] : [item.term])),
          second: null,
        };
      case 'saved':
        return { run: () => source.views?.find(({ id }) => id === item.id)?.run(), second: null };
      case 'start':
        return { run: () => startFilter(item.key), second: null };
      case 'region':
        return { run: () => onScope({ regions: [item.id] }), second: widen('regions', item.id) };
      case 'account':
        return { run: () => onScope({ accounts: [item.id] }), second: widen('accounts', item.id) };
      case 'command':
        return { run: () => void (isCommandId(item.id) && runCommand(item.id)), second: null };
    }
  };
}
