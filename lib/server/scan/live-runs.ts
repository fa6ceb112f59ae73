import 'server-only';
import { LRUCache } from 'lru-cache';
import type { ScanRun } from './run';

/** How long a run waits for its reader, in ms; after that the reader goes on from the cursor alone. */
const PATIENCE = 10_000;
const MOST_RUNS = 20;

const RUNS = Symbol.for('eni-atlas.runs');
const shared = globalThis as { [RUNS]?: LRUCache<string, ScanRun> };

function runs(): LRUCache<string, ScanRun> {
  shared[RUNS] ??= new LRUCache<string, ScanRun>({
    max: MOST_RUNS,
    ttl: PATIENCE,
    ttlAutopurge: true,
    dispose: (run, _cursor, reason) => {
      if (reason !== 'delete') run.stop();
    },
  });
  return shared[RUNS];
}

/**
 * Keeps a run that is reading ahead until its reader comes with the cursor. It only saves time: any replica can go on
 * from the cursor without it.
 */
export function keepRun(cursor: string, run: ScanRun): void {
  runs().set(cursor, run);
}

/** Takes the run of a cursor out, for its one reader. */
export function takeRun(cursor: string): ScanRun | null {
  const run = runs().get(cursor) ?? null;
  runs().delete(cursor);
  return run;
}
