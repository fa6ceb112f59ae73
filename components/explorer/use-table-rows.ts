'use client';

import { useEffect, useMemo, useState } from 'react';
import { nextFrame } from '@/components/scan/next-frame';
import type { Eni } from '@/lib/eni/eni';
import { type ExplorerRow, type RowsView, tableRowSteps } from '@/lib/search/table-rows';
import { runInSlices } from '@/lib/steps/run-in-slices';
import { runSteps } from '@/lib/steps/run-steps';

/** So many ENIs are sorted and grouped while the page is drawn; more of them after it, in slices. */
const AT_ONCE = 4000;

type Wanted = { key: string; enis: readonly Eni[]; view: RowsView; closed: ReadonlySet<string> };

const stepsOf = ({ enis, view, closed }: Wanted) => tableRowSteps(enis, view, closed);

const isPlain = ({ view }: Wanted) => view.sort === null && view.group === null && view.shape === 'eni';

/** Only ENIs have come or gone between the two. */
const asksTheSame = (a: Wanted, b: Wanted) => a.key === b.key && a.view === b.view && a.closed === b.closed;

/**
 * The rows of the table. Of very many ENIs another order takes a while: meanwhile the page stays alive with the rows
 * of before, which are not `isCurrent`. What is begun for ENIs that keep coming is shown before the next is begun.
 * @param key the search, as rows of another one are never shown for it
 * @param closed keys of the groups whose rows are hidden
 */
export function useTableRows(
  key: string,
  enis: readonly Eni[],
  { shape, sort, group }: RowsView,
  closed: ReadonlySet<string>,
): { rows: readonly ExplorerRow[]; isCurrent: boolean } {
  const view = useMemo(() => ({ shape, sort, group }), [shape, sort, group]);
  const wanted = useMemo((): Wanted => ({ key, enis, view, closed }), [key, enis, view, closed]);
  const [done, setDone] = useState(() => ({ of: wanted, rows: runSteps(stepsOf(wanted)) }));
  const [running, setRunning] = useState<Wanted | null>(null);

  let shown = done;
  const isShort = enis.length <= AT_ONCE || isPlain(wanted);
  if (done.of !== wanted && (isShort || done.of.key !== key)) {
    shown = { of: wanted, rows: runSteps(stepsOf(wanted)) };
    setDone(shown);
  }
  const isBusy = running !== null && running !== shown.of && asksTheSame(running, wanted);
  const next = shown.of === wanted ? null : isBusy ? running : wanted;
  if (next !== running) setRunning(next);

  useEffect(() => {
    if (running === null) return;
    let isWanted = true;
    const run = async () => {
      await nextFrame();
      const rows = await runInSlices(stepsOf(running), () => isWanted);
      if (isWanted && rows !== null) setDone({ of: running, rows });
    };
    void run();
    return () => {
      isWanted = false;
    };
  }, [running]);
  return { rows: shown.rows, isCurrent: shown.of === wanted };
}
