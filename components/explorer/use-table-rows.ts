'use client';

import { useEffect, useMemo, useState } from 'react';
import { nextFrame } from '@/components/scan/next-frame';
import type { Eni } from '@/lib/eni/eni';
import type { Folding } from '@/lib/search/table/folding';
import type { GroupLabel } from '@/lib/search/table/group-order';
import { type RowsView, type TableRows, tableRowSteps } from '@/lib/search/table/table-rows';
import { runInSlices } from '@/lib/steps/run-in-slices';
import { runSteps } from '@/lib/steps/run-steps';

/** Up to this many ENIs are sorted and grouped while the page is drawn; more of them afterwards, in slices. */
const AT_ONCE = 4000;

type Wanted = { key: string; enis: readonly Eni[]; view: RowsView; folding: Folding; labelOf: GroupLabel };

const stepsOf = ({ enis, view, folding, labelOf }: Wanted) => tableRowSteps(enis, view, folding, labelOf);

const isPlain = ({ view }: Wanted) => view.sort === null && view.group === null && view.shape === 'eni';

/** The two differ only by ENIs that were added or removed. */
const asksTheSame = (a: Wanted, b: Wanted) =>
  a.key === b.key && a.view === b.view && a.folding === b.folding && a.labelOf === b.labelOf;

/**
 * The rows of the table. With very many ENIs, sorting takes a while: meanwhile the page stays responsive and shows the
 * previous rows, which are not `isCurrent`. While ENIs keep arriving, each result is shown before the next is begun.
 * @param key the search, as rows of another one are never shown for it
 * @param labelOf returns the label of a group's value; the same function while its answers are the same
 */
export function useTableRows(
  key: string,
  enis: readonly Eni[],
  { shape, sort, group }: RowsView,
  folding: Folding,
  labelOf: GroupLabel,
): TableRows & { isCurrent: boolean } {
  // Any change of the URL parses it again, so equal content arrives as another object.
  const said = JSON.stringify([shape, sort, group]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `said` stands for all three
  const view = useMemo(() => ({ shape, sort, group }), [said]);
  const wanted = useMemo(
    (): Wanted => ({ key, enis, view, folding, labelOf }),
    [key, enis, view, folding, labelOf],
  );
  const [done, setDone] = useState(() => ({ of: wanted, made: runSteps(stepsOf(wanted)) }));
  const [running, setRunning] = useState<Wanted | null>(null);

  let shown = done;
  const isShort = enis.length <= AT_ONCE || isPlain(wanted);
  if (done.of !== wanted && (isShort || done.of.key !== key)) {
    shown = { of: wanted, made: runSteps(stepsOf(wanted)) };
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
      const made = await runInSlices(stepsOf(running), () => isWanted);
      if (isWanted && made !== null) setDone({ of: running, made });
    };
    void run();
    return () => {
      isWanted = false;
    };
  }, [running]);
  return { ...shown.made, isCurrent: shown.of === wanted };
}
