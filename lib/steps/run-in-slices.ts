/** Longer than this, in ms, the page is not kept from being drawn. */
const SLICE = 30;

const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/**
 * Runs a long computation step by step, so that the page stays alive.
 * @param isWanted asked before each step; the result is null where it says no
 */
export async function runInSlices<Result>(
  steps: Generator<unknown, Result, void>,
  isWanted: () => boolean = () => true,
): Promise<Result | null> {
  let since = performance.now();
  for (;;) {
    if (!isWanted()) return null;
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - since < SLICE) continue;
    await nextTask();
    since = performance.now();
  }
}
