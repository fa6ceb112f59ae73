import 'server-only';
import { CAPPED_AT, VALUES_A_CALL } from '@/lib/eni/api-limits';
import type { Caveat } from '@/lib/eni/page';
import { ProblemError } from '@/lib/eni/problem';
import type { PlannedQuery } from '@/lib/search/reading/plan';
import type { RequestParams } from '@/lib/search/reading/sendable';
import type { Cell } from '../aliyun/client';
import { describePrimaryEniIds } from '../aliyun/describe-instances';
import {
  countNetworkInterfaces,
  describeNetworkInterfaces,
  type EniRows,
} from '../aliyun/describe-network-interfaces';
import type { EniRow } from '../aliyun/eni-row';
import { listTaggedEniIds } from '../aliyun/list-tag-resources';
import type { Trace } from '../aliyun/upstream';
import { cursorExpired } from './cursor';
import { MOST_PAGES, type Mode, type Position } from './position';
import { namesNothing } from './unknown-ids';

/**
 * The result of one step of a query: rows in their upstream order, how it was read, and where to go on, null at the
 * end.
 */
export type Step = {
  enis: EniRow[];
  withoutId: number;
  mode: Mode;
  next: Position | null;
  caveats: Caveat[];
};

export type Walk = {
  query: PlannedQuery;
  cell: Cell;
  position: Position;
  size: number;
  /** Past a cap, up to this many ENIs are read without the capped filter rather than through their tags. */
  wideUpTo: number;
  trace: Trace;
};

/** A longer NextToken would not fit into a cursor; those of the cloud have some hundred characters. */
const LONGEST_TOKEN = 3_000;

/** The error code for an expired token. docs/UPSTREAM.md#expired-tokens */
const BAD_TOKEN = /^InvalidParameter/;
function caveat(code: Caveat['code'], { cell }: Walk, more: Partial<Caveat> = {}): Caveat {
  return { code, account: cell.account.name, region: cell.region, ...more };
}

/**
 * The next position by the new token. Ends where the upstream does not: at a token that repeats, or after too many
 * pages.
 */
function advance(walk: Walk, nextToken: string | null, read: number, caveats: Caveat[]): Position | null {
  const { position } = walk;
  if (nextToken === null) return null;
  if (nextToken.length > LONGEST_TOKEN) {
    const { account, region } = walk.cell;
    const detail = 'The endpoint sent a NextToken that is longer than any of the ECS API.';
    throw new ProblemError('upstream_bad_payload', { account: account.name, region, detail });
  }
  if (nextToken === position.token) {
    caveats.push(caveat('token_repeated', walk));
    return null;
  }
  if (position.page + 1 >= MOST_PAGES) {
    caveats.push(caveat('too_many_pages', walk));
    return null;
  }
  return { ...position, token: nextToken, page: position.page + 1, rows: position.rows + read, within: null };
}

function toStep(walk: Walk, rows: EniRows): Step {
  const caveats: Caveat[] =
    rows.withoutId > 0 ? [caveat('rows_without_id', walk, { count: rows.withoutId })] : [];
  return {
    enis: rows.enis,
    withoutId: rows.withoutId,
    mode: walk.position.mode,
    next: advance(walk, rows.nextToken, rows.read, caveats),
    caveats,
  };
}

async function stepDescribe(walk: Walk, params: RequestParams): Promise<Step> {
  const { cell, position, size, trace } = walk;
  return toStep(walk, await describeNetworkInterfaces(cell, params, { token: position.token, size }, trace));
}

async function describeIds(walk: Walk, eniIds: string[]): Promise<EniRows> {
  const empty: EniRows = { enis: [], nextToken: null, read: 0, withoutId: 0 };
  if (eniIds.length === 0) return empty;
  const params = { NetworkInterfaceId: eniIds.slice(0, VALUES_A_CALL) };
  const rows = await describeNetworkInterfaces(
    walk.cell,
    params,
    { token: null, size: VALUES_A_CALL },
    walk.trace,
  );
  const rest = eniIds.slice(VALUES_A_CALL);
  if (rest.length === 0) return rows;
  const more = await describeIds(walk, rest);
  return {
    ...rows,
    enis: [...rows.enis, ...more.enis],
    read: rows.read + more.read,
    withoutId: rows.withoutId + more.withoutId,
  };
}

async function stepIds(walk: Walk, listed: { eniIds: string[]; nextToken: string | null }): Promise<Step> {
  return toStep(walk, { ...(await describeIds(walk, listed.eniIds)), nextToken: listed.nextToken });
}

function isForbidden(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.code === 'cloud_forbidden';
}

/** If a side call is denied, the scan reads wider, and says which permission would avoid that. */
async function orWider(
  walk: Walk,
  narrow: Promise<Step>,
  wide: RequestParams,
  code: Caveat['code'],
  action: string,
): Promise<Step> {
  try {
    return await narrow;
  } catch (error) {
    if (!isForbidden(error) || walk.position.token !== null) throw error;
    const step = await stepDescribe({ ...walk, position: { ...walk.position, mode: 'wide' } }, wide);
    return { ...step, caveats: [caveat(code, walk, { action }), ...step.caveats] };
  }
}

/**
 * A query under a capped filter: read with the filter while that certainly finds everything, else in the way that reads
 * less.
 */
async function stepCapped(
  walk: Walk,
  query: Extract<PlannedQuery, { kind: 'describe' }>,
  capped: NonNullable<typeof query.capped>,
): Promise<Step> {
  const { cell, position, trace } = walk;
  const tagged = (tokenWalk: Walk) =>
    orWider(
      tokenWalk,
      listTaggedEniIds(cell, capped.tag, tokenWalk.position.token, trace).then((listed) =>
        stepIds(tokenWalk, listed),
      ),
      capped.wide,
      'tags_read_wider',
      'ecs:ListTagResources',
    );
  if (position.mode === 'tagged') return tagged(walk);
  const step = await stepDescribe(walk, query.params);
  if (position.token === null && step.next !== null) {
    const total = await countNetworkInterfaces(cell, query.params, trace);
    // No row of this page has been given yet, so another way can begin without a row coming twice.
    if (total !== null && total >= CAPPED_AT) {
      const all = await countNetworkInterfaces(cell, capped.wide, trace);
      if (all !== null && all <= walk.wideUpTo) {
        return stepDescribe({ ...walk, position: { ...position, mode: 'wide' } }, capped.wide);
      }
      return tagged({ ...walk, position: { ...position, mode: 'tagged' } });
    }
  }
  if (step.next === null && position.rows + step.enis.length >= CAPPED_AT)
    step.caveats.push(caveat('maybe_capped', walk));
  return step;
}

async function stepOnce(walk: Walk): Promise<Step> {
  const { query, cell, position, trace } = walk;
  if (query.kind === 'primaries') {
    if (position.mode === 'wide') return stepDescribe(walk, query.wide);
    const narrow = describePrimaryEniIds(cell, query.securityGroupId, position.token, trace).then((listed) =>
      stepIds(walk, listed),
    );
    return orWider(walk, narrow, query.wide, 'sg_primaries_unknown', 'ecs:DescribeInstances');
  }
  if (query.capped === null) return stepDescribe(walk, query.params);
  return position.mode === 'wide'
    ? stepDescribe(walk, query.capped.wide)
    : stepCapped(walk, query, query.capped);
}

/**
 * One step of a query: an upstream page, or a list of ids and their ENIs.
 * @throws ProblemError `cursor_expired` when the upstream no longer knows the token, or what the call ended in
 */
export async function stepQuery(walk: Walk): Promise<Step> {
  try {
    return await stepOnce(walk);
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.code !== 'upstream_rejected') throw error;
    const { upstreamCode = '' } = error.problem;
    if (walk.position.token !== null && BAD_TOKEN.test(upstreamCode)) throw cursorExpired();
    // A filter that names something non-existent finds nothing; some answers say so with a 404.
    // docs/UPSTREAM.md#unknown-ids
    if (namesNothing(walk.query, upstreamCode))
      return { enis: [], withoutId: 0, mode: walk.position.mode, next: null, caveats: [] };
    throw error;
  }
}
