import 'server-only';
import type { Caveat, Failure } from '@/lib/eni/page';
import { ProblemError } from '@/lib/eni/problem';
import type { Vpc, VSwitch, VSwitches, VSwitchReservation } from '@/lib/eni/vswitch';
import type { Cell } from './aliyun/client';
import { describeVSwitches } from './aliyun/describe-v-switches';
import { describeVpcs } from './aliyun/describe-vpcs';
import { listVSwitchCidrReservations } from './aliyun/list-v-switch-cidr-reservations';
import type { Trace } from './aliyun/upstream';
import { noneAnswers } from './process/none-answers';
import { asOfOldest, staleCaveats } from './provenance';
import { type GrantedScope, toldScope } from './scope';

type CellAnswer = {
  vSwitches: VSwitch[];
  vpcs: Vpc[];
  /** Null where they are not known; a caveat then says so. */
  reservations: VSwitchReservation[] | null;
  caveats: Caveat[];
};
type CellRead = CellAnswer | { failure: ProblemError };

type Extra<T> = { items: T[] | null; caveats: Caveat[] };

/** What vSwitches can do without: where it cannot be read, a caveat stands in its place. */
async function readExtra<T>(
  { account, region }: Cell,
  unread: { code: Caveat['code']; action: string },
  list: () => Promise<T[]>,
): Promise<Extra<T>> {
  try {
    return { items: await list(), caveats: [] };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { code: because, action = unread.action } = error.problem;
    return { items: null, caveats: [{ ...unread, account: account.name, region, action, because }] };
  }
}

function readReservations(cell: Cell, ipVersion: 'IPv4' | 'IPv6', trace: Trace) {
  const unread = { code: 'reservations_unknown', action: 'vpc:ListVSwitchCidrReservations' } as const;
  return readExtra(cell, unread, () => listVSwitchCidrReservations(cell, ipVersion, trace));
}

/** IPv6 blocks are another list of the API: we request it only where there is IPv6, and the first list was answered. */
async function addIpv6Reservations(
  cell: Cell,
  ipv4: Extra<VSwitchReservation>,
  vSwitches: readonly VSwitch[],
  trace: Trace,
): Promise<Extra<VSwitchReservation>> {
  if (!ipv4.items || vSwitches.every(({ ipv6CidrBlock }) => ipv6CidrBlock === null)) return ipv4;
  const { items, caveats } = await readReservations(cell, 'IPv6', trace);
  return { items: items && [...ipv4.items, ...items], caveats };
}

async function readCell(cell: Cell, vpcIds: readonly string[], trace: Trace): Promise<CellRead> {
  try {
    const only = vpcIds.length === 1 ? (vpcIds[0] ?? null) : null;
    const unread = { code: 'vpcs_unknown', action: 'vpc:DescribeVpcs' } as const;
    const [listed, vpcs, ipv4] = await Promise.all([
      describeVSwitches(cell, only, trace),
      readExtra(cell, unread, () => describeVpcs(cell, trace)),
      readReservations(cell, 'IPv4', trace),
    ]);
    const names = new Map(vpcs.items?.map((vpc) => [vpc.id, vpc.name]));
    const vSwitches = listed
      .filter(({ vpcId }) => vpcIds.length === 0 || (vpcId !== null && vpcIds.includes(vpcId)))
      .map((vSwitch) => ({ ...vSwitch, vpcName: names.get(vSwitch.vpcId ?? '') ?? null }));
    const reservations = await addIpv6Reservations(cell, ipv4, vSwitches, trace);
    const usedVpcs = new Set(vSwitches.map(({ vpcId }) => vpcId));
    const ids = new Set<string | null>(vSwitches.map(({ id }) => id));
    return {
      vSwitches,
      vpcs: vpcs.items?.filter((vpc) => usedVpcs.has(vpc.id)) ?? [],
      reservations: reservations.items?.filter(({ vSwitchId }) => ids.has(vSwitchId)) ?? null,
      caveats: [...vpcs.caveats, ...reservations.caveats],
    };
  } catch (error) {
    if (error instanceof ProblemError) return { failure: error };
    throw error;
  }
}

/**
 * The vSwitches of a scope, `GET /api/vswitches`.
 * @param vpcIds only those of these VPCs; none for all
 * @throws ProblemError when nothing of it answers
 */
export async function readVSwitches(
  scope: GrantedScope,
  vpcIds: readonly string[],
  trace: Trace,
): Promise<VSwitches> {
  const { cells } = scope;
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
    reservations: answers.flatMap((read) => read.reservations ?? []),
    scope: toldScope(scope),
    failures,
    caveats: [...answers.flatMap((read) => read.caveats), ...staleCaveats(trace.calls, Date.now())],
    asOf: asOfOldest(trace.calls, Date.now()),
    upstream: trace.calls,
  };
}
