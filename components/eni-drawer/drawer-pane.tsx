'use client';

import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import type { Eni } from '@/lib/eni/eni';
import { eniQuery } from '@/lib/queries/enis';
import { problemOf } from '@/lib/queries/problem-of';
import { isWhole } from '@/lib/search/coverage';
import type { Reading } from '@/lib/search/merge';
import type { EniLookup } from './eni-drawer';
import type { SearchLinks } from './search-link';

const EniDrawer = dynamic(() => import('./eni-drawer').then((file) => file.EniDrawer));

type DrawerPaneProps = SearchLinks & {
  id: string;
  /** The rows that K and J walk. */
  rows: readonly Eni[];
  reading: Reading;
  onOpen: (eni: Eni) => void;
  onClose: () => void;
};

/** The ENI of the URL beside what it was opened from: a loaded row, else looked up in the scope. */
export function DrawerPane({ id, rows, reading, onOpen, onClose, ...links }: DrawerPaneProps) {
  const at = rows.findIndex((eni) => eni.id === id);
  const row = rows[at] ?? reading.enis.find((eni) => eni.id === id) ?? null;
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
      complete={isWhole(reading)}
      previous={rows[at - 1] ?? null}
      next={at < 0 ? null : (rows[at + 1] ?? null)}
      onOpen={onOpen}
      onClose={onClose}
      onRetry={() => void lookup.refetch()}
      {...links}
    />
  );
}
