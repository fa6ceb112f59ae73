import { createColumnHelper } from '@tanstack/react-table';
import type { ReactNode } from 'react';
import type { DataTableFeatures, NarrowPlace } from '@/components/data-table/table-features';
import { CloudText } from '@/components/eni-parts/cloud-text';
import type { Change } from '@/lib/changes/change';
import { LIST_COLUMNS, type ListColumn } from '@/lib/changes/sort-changes';
import { ColumnWord, KindWord } from './change-words';

function Mono({ text }: { text: string | null }) {
  if (text === null) return <span className="text-ink-3">–</span>;
  return (
    <span className="truncate font-mono text-xs leading-5" title={text}>
      {text}
    </span>
  );
}

/** Names and statuses are words, of people and of the API; the rest are ids and addresses. */
function Value({ change, text }: { change: Change; text: string | null }) {
  const isWord = change.kind === 'status' || change.kind === 'new' || change.kind === 'gone';
  if (text === null || !(isWord || change.kind === 'name')) return <Mono text={text} />;
  return <CloudText text={text} />;
}

const CELLS: Record<ListColumn, (change: Change) => ReactNode> = {
  change: ({ kind }) => <KindWord kind={kind} />,
  eni: ({ eni }) =>
    eni.name === null ? <Mono text={eni.id} /> : <CloudText text={eni.name} className="font-medium" />,
  address: ({ address }) => <Mono text={address} />,
  was: (change) => <Value change={change} text={change.from} />,
  is: (change) => <Value change={change} text={change.to} />,
  account: ({ eni }) => <span className="truncate text-ink-2">{eni.account}</span>,
  region: ({ eni }) => <span className="truncate text-ink-2">{eni.region}</span>,
};

const SIZES: Record<ListColumn, number> = {
  change: 150,
  eni: 220,
  address: 170,
  was: 220,
  is: 220,
  account: 90,
  region: 120,
};

const NARROW: Partial<Record<ListColumn, NarrowPlace>> = {
  eni: 'top-start',
  change: 'top-end',
  was: 'bottom-start',
  is: 'bottom-end',
};

export const NARROW_LIST = Object.keys(NARROW);

const column = createColumnHelper<DataTableFeatures, Change>();

export const changeColumns = LIST_COLUMNS.map((id) =>
  column.display({
    id,
    size: SIZES[id],
    header: () => <ColumnWord column={id} />,
    cell: ({ row }) => CELLS[id](row.original),
    meta: { ...(NARROW[id] && { narrow: NARROW[id] }) },
  }),
);
