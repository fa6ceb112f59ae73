'use client';

import { CopyAs } from '@/components/copy-as/copy-as';
import { ColumnChooser } from '@/components/eni-table/column-chooser';
import { DensityToggle } from '@/components/eni-table/density-toggle';
import { GroupMenu } from '@/components/eni-table/group-menu';
import { ShapeToggle } from '@/components/eni-table/shape-toggle';
import { useCommand } from '@/components/keys/use-command';
import type { Reading } from '@/lib/search/reading/merge';
import type { Search } from '@/lib/search/search';
import { BY_NAME } from '@/lib/search/table/group-by';
import type { View } from '@/lib/search/view';
import { changeColumns } from './change-columns';
import type { ExplorerWriters } from './use-explorer-state';

type ExplorerToolsProps = Pick<ExplorerWriters, 'setView'> & {
  search: Search;
  reading: Reading;
  /** The view, including the columns that are shown. */
  view: View;
  /** The search asks for a list. */
  hasList: boolean;
  onLoadAll: () => void;
};

/** Separates the actions on rows from the controls of their display. */
function Parting() {
  return <span className="mx-1 h-4 w-px bg-line-strong max-[720px]:hidden" />;
}

/** The controls of the rows' display: at the right end of the status line. */
export function ExplorerTools({ search, reading, view, hasList, setView, onLoadAll }: ExplorerToolsProps) {
  const replace = (change: Partial<View>) => setView(change, { replace: true });
  useCommand('loadAll', onLoadAll, { enabled: reading.asOf !== null && !reading.complete });
  return (
    <>
      <span className="contents max-[720px]:hidden">
        <CopyAs
          enis={reading.enis}
          search={search}
          reading={reading}
          columns={view.columns}
          isSelection={false}
        />
      </span>
      <Parting />
      <ShapeToggle shape={view.shape} hasList={hasList} onChange={(shape) => replace({ shape })} />
      <GroupMenu
        group={view.group?.by ?? null}
        enis={reading.enis}
        onGroup={(by) => replace({ group: by && { by, order: BY_NAME } })}
      />
      <ColumnChooser
        columns={view.columns}
        enis={reading.enis}
        onChange={changeColumns(setView, reading.scope)}
      />
      <DensityToggle density={view.density} onChange={(density) => replace({ density })} />
    </>
  );
}
