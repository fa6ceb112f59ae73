import 'server-only';
import type { Caveat, Failure } from '@/lib/eni/page';
import { ProblemError } from '@/lib/eni/problem';
import type { Vpc, VSwitch, VSwitches } from '@/lib/eni/vswitch';
import type { Search } from '@/lib/search/search';
import type { Cell } from './aliyun/client';
import { describeVSwitches } from './aliyun/describe-v-switches';
import { describeVpcs } from './aliyun/describe-vpcs';
import type { Trace } from './aliyun/upstream';
import { noneAnswers } from './none-answers';
import { asOfOldest, staleCaveats } from './scan/provenance';
import { resolveScope } from './scope';

type CellRead = { vSwitches: VSwitch[]; vpcs: Vpc[]; caveats: Caveat[] } | { failure: ProblemError };

/** The VPCs are an extra: without them the vSwitches still say what they are. */
async function readVpcs(cell: Cell, trace: Trace): Promise<{ vpcs: Vpc[]; caveats: Caveat[] }> {
  try {
    return { vpcs: await describeVpcs(cell, trace), caveats: [] };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { code, action } = error.problem;
    const caveat: Caveat = {
      code: 'vpcs_unknown',
      account: cell.account.name,
      region: cell.region,
      action: action ?? 'vpc:DescribeVpcs',
      because: code,
    };
    return { vpcs: [], caveats: [caveat] };
  }
}

async function readCell(cell: Cell, vpcIds: readonly string[], trace: Trace): Promise<CellRead> {
  try {
    const only = vpcIds.length === 1 ? (vpcIds[0] ?? null) : null;
    const [listed, { vpcs, caveats }] = await Promise.all([
      describeVSwitches(cell, only, trace),
      readVpcs(cell, trace),
    ]);
    const names = new Map(vpcs.map((vpc) => [vpc.id, vpc.name]));
    const vSwitches = listed
      .filter(({ vpcId }) => vpcIds.length === 0 || (vpcId !== null && vpcIds.includes(vpcId)))
      .map((vSwitch) => ({ ...vSwitch, vpcName: names.get(vSwitch.vpcId ?? '') ?? null }));
    const used = new Set(vSwitches.map(({ vpcId }) => vpcId));
    return { vSwitches, vpcs: vpcs.filter((vpc) => used.has(vpc.id)), caveats };
  } catch (error) {
    if (error instanceof ProblemError) return { failure: error };
    throw error;
  }
}

/**
 * The vSwitches of a scope, `GET /api/vswitches`.
 * @param vpcIds only those of these VPCs; none for all
 * @throws ProblemError for a scope that is wrong, or when nothing of it answers
 */
export async function readVSwitches(
  scope: Pick<Search, 'accounts' | 'regions'>,
  vpcIds: readonly string[],
  trace: Trace,
): Promise<VSwitches> {
  const cells = await resolveScope(scope);
  const reads = await Promise.all(cells.map((cell) => readCell(cell, vpcIds, trace)));
  const failures = reads.flatMap((read, at): Failure[] => {
    const cell = cells[at];
    if (!cell || !('failure' in read)) return [];
    return [{ account: cell.account.name, region: cell.region, problem: read.failure.problem }];
  });
  const last = reads.findLast((read) => 'failure' in read);
  if (last && 'failure' in last && failures.length === cells.length)
    throw noneAnswers(failures, last.failure);
  const answers = reads.filter((read) => 'vSwitches' in read);
  return {
    items: answers.flatMap((read) => read.vSwitches),
    vpcs: answers.flatMap((read) => read.vpcs),
    scope: {
      accounts: [...new Set(cells.map(({ account }) => account.name))],
      regions: [...new Set(cells.map(({ region }) => region))],
    },
    failures,
    caveats: [...answers.flatMap((read) => read.caveats), ...staleCaveats(trace.calls, Date.now())],
    asOf: asOfOldest(trace.calls, Date.now()),
    upstream: trace.calls,
  };
}
