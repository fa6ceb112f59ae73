'use client';

import { useEffect, useState } from 'react';
import { type Found, findSteps } from '@/lib/findings/find';
import type { FindingsInput } from '@/lib/findings/finding';

/** Longer than this the page is not kept from being drawn. */
const SLICE = 30;

const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/** What the rules find in an input, rule by rule so that the page stays alive; null until all have run. */
export function useFound(input: FindingsInput | null): Found | null {
  const [result, setResult] = useState<{ input: FindingsInput; found: Found } | null>(null);
  useEffect(() => {
    if (input === null) return;
    let isWanted = true;
    const run = async () => {
      const steps = findSteps(input);
      let since = performance.now();
      for (let step = steps.next(); ; step = steps.next()) {
        if (!isWanted) return;
        if (step.done) {
          setResult({ input, found: step.value });
          return;
        }
        if (performance.now() - since < SLICE) continue;
        await nextTask();
        since = performance.now();
      }
    };
    void run();
    return () => {
      isWanted = false;
    };
  }, [input]);
  // While others are computed the last ones stand, unless there is nothing to compute them from.
  return input === null ? null : (result?.found ?? null);
}
