import 'server-only';
import { NAME_KINDS, type NameIds, type NameKind, type Names, nameKindOf } from '@/lib/eni/names';
import { type Problem, ProblemError } from '@/lib/eni/problem';
import type { Cell } from './aliyun/client';
import { describeInstanceNames } from './aliyun/describe-instances';
import { describeSecurityGroupNames } from './aliyun/describe-security-groups';
import { describeVSwitchesById } from './aliyun/describe-v-switches';
import { describeVpcsById, MOST_VPC_IDS } from './aliyun/describe-vpcs';
import { MOST_IDS, type Named } from './aliyun/named-pages';
import type { Trace } from './aliyun/upstream';
import { asOfOldest } from './provenance';
import type { GrantedScope } from './scope';

type Reader = {
  /** The RAM action to grant. */
  action: string;
  /** The most ids that one read accepts. */
  most: number;
  read: (cell: Cell, ids: readonly string[], trace: Trace) => Promise<Named[]>;
};

/** Where the names of a kind come from. */
const READERS: Record<NameKind, Reader> = {
  vpc: { action: 'vpc:DescribeVpcs', most: MOST_VPC_IDS, read: describeVpcsById },
  vswitch: { action: 'vpc:DescribeVSwitches', most: Number.POSITIVE_INFINITY, read: describeVSwitchesById },
  instance: { action: 'ecs:DescribeInstances', most: MOST_IDS, read: describeInstanceNames },
  sg: { action: 'ecs:DescribeSecurityGroups', most: MOST_IDS, read: describeSecurityGroupNames },
};

type Batch = { named: Named[]; problem: Problem | null };

async function readBatch(cell: Cell, kind: NameKind, ids: readonly string[], trace: Trace): Promise<Batch> {
  try {
    return { named: await READERS[kind].read(cell, ids, trace), problem: null };
  } catch (error) {
    if (error instanceof ProblemError) return { named: [], problem: error.problem };
    // A caller that only waits for names does not wait for ever; it still gets the kinds that have answered.
    if (trace.signal.aborted) return { named: [], problem: new ProblemError('upstream_timeout').problem };
    throw error;
  }
}

async function readKind(cell: Cell, kind: NameKind, asked: readonly string[], trace: Trace): Promise<Batch> {
  // Sorted, so that equal questions are the same. Ids that cannot be of the kind are not requested, and so not found.
  const ids = [...new Set(asked)].filter((id) => nameKindOf(id) === kind).sort();
  const size = Math.min(READERS[kind].most, ids.length);
  const batches: string[][] = [];
  for (let at = 0; at < ids.length; at += size) batches.push(ids.slice(at, at + size));
  const [head, ...rest] = batches;
  if (!head) return { named: [], problem: null };
  const first = await readBatch(cell, kind, head, trace);
  // One refusal holds for all of them.
  const others =
    first.problem?.code === 'cloud_forbidden'
      ? []
      : await Promise.all(rest.map((batch) => readBatch(cell, kind, batch, trace)));
  const all = [first, ...others];
  return {
    named: all.flatMap(({ named }) => named),
    problem: all.find(({ problem }) => problem !== null)?.problem ?? null,
  };
}

/**
 * The names of ids of one account and region, the first of the scope, `GET /api/names`. Takes any number of ids, and
 * requests them in the batches that each action accepts, within its rate. Never rejects because a permission is missing
 * or a call fails: such a kind is in `unavailable`, with the names read before in `items`. Ids that do not exist are
 * absent.
 */
export async function namesOf(
  scope: GrantedScope,
  ids: NameIds,
  trace: Trace,
): Promise<Omit<Names, 'refused'>> {
  const [cell] = scope.cells;
  if (!cell) throw new ProblemError('unknown_region', { field: 'region' });
  const extra = { ...trace, isExtra: true };
  const reads = await Promise.all(
    NAME_KINDS.map(async (kind) => ({ kind, ...(await readKind(cell, kind, ids[kind] ?? [], extra)) })),
  );
  return {
    items: reads.flatMap(({ kind, named }) => named.map(({ id, name }) => ({ kind, id, name }))),
    unavailable: reads.flatMap(({ kind, problem }) =>
      problem ? [{ kind, action: problem.action ?? READERS[kind].action, code: problem.code }] : [],
    ),
    asOf: asOfOldest(trace.calls, Date.now()),
  };
}
