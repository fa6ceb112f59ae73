'use client';

import { type UrlWriters, urlState } from '@/components/url-state/url-state';
import { routes } from '@/lib/queries/routes';
import {
  atLevel,
  DEFAULT_USAGE_VIEW,
  levelOf,
  parseUsage,
  type UsageLevel,
  type UsageView,
} from '@/lib/views/usage';

const url = urlState(parseUsage, routes.usage);

export type UsageWriters = UrlWriters<UsageView> & { setLevel: (to: UsageLevel) => void };

/** Another level resets where the reader looks; how the reader looks, the colours, stays. */
const elsewhere = (view: UsageView): UsageView => ({ ...DEFAULT_USAGE_VIEW, colour: view.colour });

const writers: UsageWriters = {
  ...url.writers,
  setSearch: (change, options) => {
    const { search, view } = url.read();
    const next = change(search);
    const [from, to] = [levelOf(search), levelOf(next)].map((level) => JSON.stringify(level));
    url.write({ search: next, view: from === to ? view : elsewhere(view) }, options);
  },
  setLevel: (to) => {
    const { search, view } = url.read();
    url.write({ search: atLevel(search, to), view: elsewhere(view) });
  },
};

/** The URL of the IP usage page, which is its state, and the only writers of it. */
export function useUsageState() {
  return { ...url.useState(), ...writers };
}
