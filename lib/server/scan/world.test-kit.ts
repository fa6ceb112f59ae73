import { ProblemError } from '@/lib/eni/problem';
import type { Cell } from '../aliyun/client';
import type { Trace, UpstreamQuery } from '../aliyun/upstream';

/** An ENI of a made-up place. `rank` is its place in the listing, which never changes. */
export type WorldRow = { id: string; rank: number; vsw: number; vpc: number; type: string; zone: string };

/** What is wrong with a place, and from which of the affected calls on. */
export type Fault = {
  on: 'any' | 'rows' | 'pages' | 'count' | 'vswitches';
  from: number;
  times: number;
  code: 'cloud_forbidden' | 'upstream_error' | 'upstream_timeout' | 'upstream_throttled' | 'queue_full';
};

export type WorldPlace = {
  name: string;
  rows: WorldRow[];
  fault: Fault | null;
  /** The most rows of a numbered page, and the deepest that there is. */
  pageSize: number;
  deepest: number;
  /** A part of a vSwitch leaves out rows whose rank this divides; 0 leaves out none. */
  loses: number;
  /** What happens between two calls, one after another: rows go, or come, somewhere in the list. */
  churn: { at: number; comes: boolean; rows: number }[];
};

type Params = Record<string, unknown>;

/** A cloud of a few places that replaces lib/server/aliyun/upstream.ts, with every quirk that reading meets. */
export class World {
  readonly calls: { place: string; action: string; params: Params }[] = [];
  /** Rows that were there all the time. */
  readonly stayed = new Map<string, Set<string>>();
  private readonly met = new Map<string, number>();
  private serial = 0;
  /** The rows of each vSwitch, while none comes or goes: there may be 10,000 of them. */
  private readonly inVSwitch = new Map<string, Map<number, WorldRow[]>>();

  constructor(
    readonly places: readonly WorldPlace[],
    private readonly schedule: <T>(label: string, answer: () => T) => Promise<T>,
    private readonly maxResults: number,
  ) {
    for (const { name, rows } of places) this.stayed.set(name, new Set(rows.map(({ id }) => id)));
  }

  async call<T>(cell: Cell, { action, params, parse, read }: UpstreamQuery<T>, trace: Trace): Promise<T> {
    const place = this.places.find(({ name }) => name === cell.region);
    if (!place) throw new Error(`no place ${cell.region}`);
    this.calls.push({ place: place.name, action, params });
    const answer = () => {
      const now = new Date().toISOString();
      const where = { account: cell.account.name, region: cell.region };
      trace.calls.push({ ...where, action, requestId: null, ms: 150, cached: false, stale: null, asOf: now });
      this.change(place);
      this.fail(place, action, params);
      const answered = this.answer(place, action, params);
      const bytes = Buffer.from(JSON.stringify(answered));
      const body = parse ? (parse(bytes, cell) as Params) : answered;
      return read({ body, bytes, requestId: null });
    };
    return this.schedule(`${place.name} ${action}`, answer);
  }

  private change(place: WorldPlace): void {
    const change = place.churn.shift();
    for (let row = 0; row < (change?.rows ?? 0); row++) if (change) this.changeRow(place, change);
  }

  private changeRow(place: WorldPlace, change: WorldPlace['churn'][number]): void {
    const { rows } = place;
    this.inVSwitch.delete(place.name);
    const at = Math.floor(change.at * rows.length);
    const row = rows[at];
    if (change.comes) {
      const [before, after] = [rows[at - 1]?.rank ?? -1, row?.rank ?? (rows.at(-1)?.rank ?? 0) + 2];
      const id = `new-${place.name}-n${++this.serial}`;
      rows.splice(at, 0, { id, rank: (before + after) / 2, vsw: 0, vpc: 0, type: 'Primary', zone: 'a' });
    } else if (row) {
      rows.splice(at, 1);
      this.stayed.get(place.name)?.delete(row.id);
    }
  }

  private rowsOf({ name, rows }: WorldPlace, vsw: number | null): readonly WorldRow[] {
    if (vsw === null) return rows;
    const known = this.inVSwitch.get(name) ?? new Map<number, WorldRow[]>();
    if (known.size === 0)
      for (const row of rows) {
        const those = known.get(row.vsw) ?? [];
        known.set(row.vsw, those);
        those.push(row);
      }
    this.inVSwitch.set(name, known);
    return known.get(vsw) ?? [];
  }

  private fail({ name, fault }: WorldPlace, action: string, params: Params): void {
    if (!fault) return;
    const isList = action === 'DescribeNetworkInterfaces';
    const isCount = isList && params.PageSize === 1;
    const is = {
      any: true,
      count: isCount,
      vswitches: !isList,
      rows: isList && !isCount,
      pages: 'PageNumber' in params,
    };
    if (!is[fault.on]) return;
    const met = (this.met.get(name) ?? 0) + 1;
    this.met.set(name, met);
    if (met >= fault.from && met < fault.from + fault.times)
      throw new ProblemError(fault.code, { region: name });
  }

  private answer(place: WorldPlace, action: string, params: Params): Params {
    if (action === 'DescribeVSwitches') {
      const vSwitchIds = [...new Set(place.rows.map(({ vsw }) => vsw))];
      const [number, size] = [Number(params.PageNumber), Number(params.PageSize)];
      const page = vSwitchIds.slice((number - 1) * size, number * size);
      const VSwitch = page.map((vsw) => ({ VSwitchId: `vsw-${vsw}`, CidrBlock: '10.0.0.0/24' }));
      return { VSwitches: { VSwitch }, TotalCount: vSwitchIds.length };
    }
    if (action === 'DescribeVpcs') {
      const Vpc = [...new Set(place.rows.map(({ vpc }) => vpc))].map((vpc) => ({ VpcId: `vpc-${vpc}` }));
      return { Vpcs: { Vpc }, TotalCount: Vpc.length };
    }
    const { VSwitchId, VpcId, Type, PageNumber, PageSize, NextToken, MaxResults } = params;
    const isLost = ({ rank }: WorldRow) =>
      VSwitchId !== undefined && place.loses > 0 && rank > 0 && rank % place.loses === 0;
    const [vsw, vpc] = [numberIn(VSwitchId), numberIn(VpcId)];
    const found = this.rowsOf(place, vsw).filter(
      (row) => (vpc === null || vpc === row.vpc) && (Type === undefined || Type === row.type),
    );
    if (PageNumber !== undefined) {
      const [number, asked] = [Number(PageNumber), Number(PageSize)];
      if (number * asked > place.deepest || asked > place.pageSize * 1000)
        throw new ProblemError('upstream_rejected', {
          upstreamCode: 'InvalidOperation.InvalidEniPageNumber',
        });
      const size = Math.min(asked, place.pageSize);
      return { ...wire(found.slice((number - 1) * size, number * size)), TotalCount: found.length };
    }
    const after = NextToken === undefined ? -2 : Number(NextToken);
    const kept = found.filter((row) => !isLost(row));
    const left = kept.filter(({ rank }) => rank > after);
    const page = left.slice(0, Math.min(this.maxResults, Number(MaxResults)));
    return { ...wire(page), NextToken: left.length > page.length ? String(page.at(-1)?.rank) : '' };
  }
}

function wire(rows: readonly WorldRow[]): Params {
  const NetworkInterfaceSet = rows.map(({ id, vsw, vpc, type, zone }) => ({
    NetworkInterfaceId: id,
    VSwitchId: `vsw-${vsw}`,
    VpcId: `vpc-${vpc}`,
    Type: type,
    ZoneId: zone,
    Status: 'InUse',
    CreationTime: id.startsWith('new') ? '2999-01-01T00:00:00Z' : '2020-01-01T00:00:00Z',
  }));
  return { NetworkInterfaceSets: { NetworkInterfaceSet } };
}

/** The number of a vSwitch or VPC in its id; null where the call names none. */
function numberIn(id: unknown): number | null {
  return id === undefined ? null : Number(String(id).slice(4));
}

/** This many ENIs in this many vSwitches, of which the largest has 15 %, in three VPCs; some are Trunk ENIs. */
export function placeOf(enis: number, vSwitches: number, more: Partial<WorldPlace> = {}): WorldPlace {
  const rows = Array.from({ length: enis }, (_, rank) => {
    const vsw = (rank * 7919) % 100 < 15 ? 0 : (rank * 104_729) % vSwitches;
    const type = rank % 50 === 0 ? 'Trunk' : rank % 3 === 0 ? 'Primary' : 'Secondary';
    return {
      id: `eni-${more.name ?? 'a'}-${rank}`,
      rank,
      vsw,
      vpc: vsw % 5 < 3 ? 0 : (vsw % 5) - 2,
      type,
      zone: 'a',
    };
  });
  const usual = { name: 'one', fault: null, pageSize: 1000, deepest: 1e9, loses: 0, churn: [] };
  return { ...usual, ...more, rows };
}
