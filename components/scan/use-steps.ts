'use client';

import { useEffect, useState } from 'react';
import { runInSlices } from '@/lib/steps/run-in-slices';
import { nextFrame } from './next-frame';

type Begin<Result> = () => Generator<unknown, Result, void>;

/**
 * The result of a long computation, done in steps so that the page stays responsive; null until the first one is there.
 * While another is computed the previous one stays, and is not `isCurrent`, unless there is nothing to compute it from.
 * @param begin begins it; the same function between renders while it is the same computation, null for none
 */
export function useSteps<Result>(begin: Begin<Result> | null): { value: Result | null; isCurrent: boolean } {
  const [result, setResult] = useState<{ value: Result; of: Begin<Result> } | null>(null);
  useEffect(() => {
    if (begin === null) return;
    let isWanted = true;
    const run = async () => {
      await nextFrame();
      if (!isWanted) return;
      const value = await runInSlices(
        (function* () {
          return { result: yield* begin() };
        })(),
        () => isWanted,
      );
      if (isWanted && value !== null) setResult({ value: value.result, of: begin });
    };
    void run();
    return () => {
      isWanted = false;
    };
  }, [begin]);
  if (begin === null || result === null) return { value: null, isCurrent: false };
  return { value: result.value, isCurrent: result.of === begin };
}
