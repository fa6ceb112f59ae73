'use client';

import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import type { Eni } from '@/lib/eni/eni';
import { eniQuery } from '@/lib/queries/enis';
import { problemOf } from '@/lib/queries/problem-of';
import { drawerId, drawerScope, isInDrawer } from '@/lib/search/drawer-key';
import { isWhole } from '@/lib/search/reading/coverage';
import type { Reading } from '@/lib/search/reading/merge';
import type { Search } from '@/lib/search/search';
import { DrawerFrame } from './drawer-frame';
import type { EniLookup } from './eni-drawer';
import type { SearchLinks } from './search-link';

const EniDrawer = dynamic(() => import('./eni-drawer').then((file) => file.EniDrawer), {
  loading: DrawerFrame,
});

type DrawerPaneProps = SearchLinks & {
  /** The ENI that is open: its id or its key. */
  drawer: string;
  /** The rows that K and J step through. */
  rows: readonly Eni[];
  reading: Reading;
  /** More rows are being loaded; the ENI may be among them. */
  isReading: boolean;
  /** Where to look for the ENI if it is not among the rows. */
  scope: Pick<Search, 'accounts' | 'regions'>;
  onOpen: (eni: Eni) => void;
  onClose: () => void;
};

/** The ENI of the URL, beside the list that it was opened from: a loaded row, otherwise looked up in the scope. */
export function DrawerPane(props: DrawerPaneProps) {
  const { drawer, rows, reading, isReading, scope, onOpen, onClose, ...links } = props;
  const id = drawerId(drawer);
  const at = rows.findIndex((eni) => isInDrawer(drawer, eni));
  const row = rows[at] ?? reading.enis.find((eni) => isInDrawer(drawer, eni)) ?? null;
  const isFirst = reading.asOf === null && isReading;
  const lookup = useQuery({ ...eniQuery(drawerScope(drawer, scope), id), enabled: row === null && !isFirst });
  const problem = problemOf(lookup.error);
  const state: EniLookup = row
    ? { state: 'idle' }
    : problem
      ? { state: 'failed', problem }
      : { state: 'pending' };
  return (
    <EniDrawer
      id={id}
      drawer={drawer}
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
