'use client';

import { StopStrip } from '@/components/scan/stop-strip';
import { CaveatNotes } from '@/components/states/caveat-notes';
import { FailureStrips } from '@/components/states/failure-strips';
import { type CompareBy, isPairBy } from '@/lib/compare/compare-by';
import { type Comparison, saysBy } from '@/lib/compare/comparison';
import type { Failure } from '@/lib/eni/page';
import { CannotCompare, CompareNotes } from './compare-notes';
import { CompareStatus } from './compare-status';
import { CountTable } from './count-table';
import { MissingFile } from './missing-file';
import { PairTable } from './pair-table';
import type { SidePickerProps } from './side-picker';
import type { CompareSide } from './use-compare-side';
import { useFreeBlocks } from './use-free-blocks';
import { useSideWords } from './use-side-words';

type CompareResultsProps = {
  here: CompareSide;
  there: CompareSide;
  by: CompareBy;
  comparison: { value: Comparison | null; isCurrent: boolean };
  picker: SidePickerProps;
  onSwap: () => void;
  onRefresh: () => void;
};

/** Places that a side could not read; if all of it failed, the place that the problem names. */
function failuresOf({ scan, choice }: CompareSide, name: string): Failure[] {
  if (choice.kind === 'file') return [];
  const { problem, reading } = scan;
  if (problem === null) return reading.failures;
  const { account = name, region = choice.search.regions.join(', ') } = problem;
  return [{ account, region, problem }];
}

const columnsOf = ({ shelved }: CompareSide) =>
  shelved?.state === 'ready' ? shelved.saved.provenance.columns : null;

/** The result of comparing: how many differ, what cannot be told, and the table. */
export function CompareResults(props: CompareResultsProps) {
  const { here, there, by, comparison, picker, onSwap, onRefresh } = props;
  const words = useSideWords(picker.accounts);
  const names = { here: words(here.choice), there: words(there.choice) };
  const sides = [
    { now: here, name: names.here },
    { now: there, name: names.there },
  ];
  const mute = sides.find(({ now }) => now.side !== null && !saysBy(now.side, columnsOf(now), by));
  const missing = sides.find(({ now }) => now.cover === 'fileMissing')?.now;
  const freeBlocks = useFreeBlocks(here, there, picker.search.terms);
  const table = { freeBlocks, here, there, names, picker, onSwap };
  const { value } = comparison;
  return (
    <>
      <FailureStrips failures={sides.flatMap(({ now, name }) => failuresOf(now, name))} onRetry={onRefresh} />
      {sides.map(({ now: { scan }, name }) =>
        scan.stop ? (
          <StopStrip key={name} {...scan.stop} onRetry={scan.retry} onCancel={scan.cancel} />
        ) : null,
      )}
      <CompareStatus
        here={here}
        there={there}
        by={by}
        comparison={mute ? null : value}
        isCurrent={comparison.isCurrent}
        isReading={!mute && missing === undefined}
        onBy={(next) => picker.onView({ by: next })}
      />
      <CaveatNotes
        caveats={sides.flatMap(({ now }) => (now.choice.kind === 'search' ? now.scan.reading.caveats : []))}
      />
      <CompareNotes here={here} there={there} comparison={value} />
      <div className="min-h-0 flex-1 overflow-auto bg-surface px-4 pb-4 max-[720px]:px-3 print:overflow-visible">
        {isPairBy(by) ? (
          <PairTable {...table} by={by} comparison={!mute && value && 'paired' in value ? value : null} />
        ) : (
          <CountTable {...table} by={by} comparison={!mute && value && 'counted' in value ? value : null} />
        )}
        {missing?.choice.kind === 'file' && (
          <MissingFile
            name={missing.choice.name}
            shelved={missing.shelved}
            onTaken={(name) =>
              picker.onView({ [missing === here ? 'here' : 'with']: { kind: 'file', name } })
            }
          />
        )}
        {mute && <CannotCompare name={mute.name} by={by} />}
      </div>
    </>
  );
}
