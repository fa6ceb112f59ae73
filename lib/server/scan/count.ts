import 'server-only';
import { CAPPED_AT } from '@/lib/eni/api-limits';
import { ProblemError } from '@/lib/eni/problem';
import type { Plan } from '@/lib/search/reading/plan';
import type { RequestParams } from '@/lib/search/reading/sendable';
import type { Cell } from '../aliyun/client';
import { countNetworkInterfaces } from '../aliyun/describe-network-interfaces';
import type { Trace } from '../aliyun/upstream';

type Countable = { params: RequestParams; capped: boolean };

/** The queries that together read everything once, or null when one of them cannot be counted. */
function countables(plan: Plan): Countable[] | null {
  const counted: Countable[] = [];
  for (const query of plan.queries) {
    if (query.kind === 'primaries') return null;
    if (!query.hint) counted.push({ params: query.params, capped: query.capped !== null });
  }
  return counted;
}

async function countOne(cell: Cell, { params, capped }: Countable, trace: Trace): Promise<number | null> {
  try {
    const total = await countNetworkInterfaces(cell, params, trace);
    return total !== null && capped && total >= CAPPED_AT ? null : total;
  } catch (error) {
    // The count is an extra: a failure leaves it unknown, and the rows report what is wrong.
    if (error instanceof ProblemError) return null;
    throw error;
  }
}

/** How many ENIs the plan's queries will read in these cells, or null where we cannot count all of them. */
export async function countScan(
  plan: Plan,
  cells: readonly Cell[],
  concurrency: number,
  trace: Trace,
): Promise<number | null> {
  const counted = countables(plan);
  if (counted === null) return null;
  const jobs = cells.flatMap((cell) => counted.map((each) => ({ cell, each })));
  let sum = 0;
  for (let at = 0; at < jobs.length; at += concurrency) {
    const batch = jobs.slice(at, at + concurrency);
    const totals = await Promise.all(batch.map(({ cell, each }) => countOne(cell, each, trace)));
    for (const total of totals) {
      if (total === null) return null;
      sum += total;
    }
  }
  return sum;
}
