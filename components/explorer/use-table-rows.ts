'use client';

import { useEffect, useMemo, useState } from 'react';
import { nextFrame } from '@/components/scan/next-frame';
import type { Eni } from '@/lib/eni/eni';
import type { Folding } from '@/lib/search/table/folding';
import type { GroupLabel } from '@/lib/search/table/group-order';
import { type RowsView, type TableRows, tableRowSteps } from '@/lib/search/table/table-rows';
import { runInSlices } from '@/lib/steps/run-in-slices';
import { runSteps } from '@/lib/steps/run-steps';

/** So many ENIs are sorted and grouped while the page is drawn; more of them after it, in slices. */
const AT_ONCE = 4000;

type Wanted = { key: string; enis: readonly Eni[]; view: RowsView; folding: Folding; labelOf: GroupLabel };

const stepsOf = ({ enis, view, folding, labelOf }: Wanted) => tableRowSteps(enis, view, folding, labelOf);

const isPlain = ({ view }: Wanted) => view.sort === null && view.group === null && view.shape === 'eni';

/** Only ENIs have come or gone between the two. */
const asksTheSame = (a: Wanted, b: Wanted) =>
  a.key === b.key && a.view === b.view && a.folding === b.folding && a.labelOf === b.labelOf;

/**
 * The rows of the table. Of very many ENIs another order takes a while: meanwhile the page stays alive with the rows
 * of before, which are not `isCurrent`. What is begun for ENIs that keep coming is shown before the next is begun.
 * @param key the search, as rows of another one are never shown for it
 * @param labelOf how the value of a group reads; the same function while it says the same
 */
export function useTableRows(
  key: string,
  enis: readonly Eni[],
  { shape, sort, group }: RowsView,
  folding: Folding,
  labelOf: GroupLabel,
): TableRows & { isCurrent: boolean } {
  // The URL is parsed anew whatever changes in it, so that what says the same is another object.
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
