'use client';

import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import type { EniLookup } from '@/components/eni-drawer/eni-drawer';
import type { Eni } from '@/lib/eni/eni';
import { eniQuery } from '@/lib/queries/enis';
import { problemOf } from '@/lib/queries/problem-of';
import { routes } from '@/lib/queries/routes';
import type { Reading } from '@/lib/search/merge';
import type { FilterTerm, Search } from '@/lib/search/search';
import type { View } from '@/lib/search/view';
import type { ExplorerWriters } from './use-explorer-state';

const EniDrawer = dynamic(() => import('@/components/eni-drawer/eni-drawer').then((file) => file.EniDrawer));

type DrawerPaneProps = Pick<ExplorerWriters, 'setSearch' | 'setView'> & {
  id: string;
  rows: readonly Eni[];
  reading: Reading;
  search: Search;
  view: View;
};

/** The ENI of the URL beside the table: a loaded row, else looked up in the scope. */
export function DrawerPane({ id, rows, reading, search, view, setSearch, setView }: DrawerPaneProps) {
  const at = rows.findIndex((eni) => eni.id === id);
  const row = rows[at] ?? null;
  const { accounts, regions } = reading.scope;
  const lookup = useQuery({
    ...eniQuery(accounts.join(), regions.join(), id),
    enabled: row === null && accounts.length > 0,
  });
  const problem = problemOf(lookup.error);
  const state: EniLookup = row
    ? { state: 'idle' }
    : problem
      ? { state: 'failed', problem }
      : { state: 'pending' };
  return (
    <EniDrawer
      id={id}
      eni={row ?? lookup.data ?? null}
      lookup={lookup.data && !row ? { state: 'idle' } : state}
      loaded={reading.enis}
      complete={reading.complete}
      previous={rows[at - 1] ?? null}
      next={at < 0 ? null : (rows[at + 1] ?? null)}
      onOpen={(eni) => setView({ drawer: eni.id }, { replace: true })}
      onClose={() => setView({ drawer: null })}
      onRetry={() => void lookup.refetch()}
      onSearch={(term: FilterTerm) => setSearch((now) => ({ ...now, terms: [term] }))}
      searchHref={(term) =>
        routes.explorer({ search: { ...search, terms: [term] }, view: { ...view, drawer: null } })
      }
    />
  );
}
