import 'server-only';
import type { Eni } from '@/lib/eni/eni';
import {
  canPartBy,
  mostEnis,
  PART_TYPES,
  type Part,
  type PartedBy,
  sizeOrder,
} from '@/lib/search/reading/parts';
import { type Facts, likelySizes } from '@/lib/search/reading/reading-plan';
import type { RequestParams } from '@/lib/search/reading/sendable';
import type { Cell } from '../aliyun/client';
import { countNetworkInterfaces } from '../aliyun/describe-network-interfaces';
import { describeVSwitches } from '../aliyun/describe-v-switches';
import { describeVpcs } from '../aliyun/describe-vpcs';
import type { Trace } from '../aliyun/upstream';

/** A query of a place, and the asker. */
export type Asking = { place: Cell; params: RequestParams; trace: Trace };

/** A part and its weight, in any unit that is the same for all parts. */
export type Sized = { part: Part; most: number };

/** The parts of a query and their weights; null where it cannot be divided this way. */
export async function listParts(by: PartedBy, { place, params, trace }: Asking): Promise<Sized[] | null> {
  if (!canPartBy(by, params)) return null;
  if (by === 'type') {
    const count = (more: RequestParams) => countNetworkInterfaces(place, { ...params, ...more }, trace);
    const counts = await Promise.all(PART_TYPES.map((Type) => count({ Type })));
    // Between two counts at different times, new ENIs can make up for missing ones of another type.
    const now = await countNetworkInterfaces(place, params, { ...trace, isFresh: true });
    const sum = counts.reduce<number>((all, each) => all + (each ?? 0), 0);
    if (sum !== now) return null;
    return PART_TYPES.map((type, at) => ({ part: { value: type, order: type }, most: counts[at] ?? 0 }));
  }
  // Another permission, another endpoint: whatever stops this call, the ENIs can still be read.
  const extra = { ...trace, isExtra: true };
  const listed =
    by === 'vpc'
      ? (await describeVpcs(place, extra)).map((vpc) => ({ ...vpc, most: 0 }))
      : (await describeVSwitches(place, params.VpcId ?? null, extra)).map((vSwitch) => ({
          ...vSwitch,
          most: mostEnis(vSwitch) ?? 1,
        }));
  const parts = listed.map(({ id, cidrBlock, most }) => ({
    part: { value: id, order: sizeOrder({ id, cidrBlock }) },
    most,
  }));
  return parts.sort((a, b) => (a.part.order < b.part.order ? -1 : 1));
}

/**
 * The parts of a query in their order.
 * @throws ProblemError what the call ended in
 */
export async function partsOf(by: PartedBy, asking: Asking): Promise<Part[]> {
  return ((await listParts(by, asking)) ?? []).map(({ part }) => part);
}

const VALUE_OF = { type: 'type', vpc: 'vpcId', vswitch: 'vSwitchId' } as const satisfies Record<
  PartedBy,
  keyof Eni
>;

/** The likely share of each part: as in the first rows, or in proportion to its weight. Types have to add up. */
export function sizesOf(by: PartedBy, parts: Sized[], total: number, rows: readonly Eni[]): number[] | null {
  const sum = parts.reduce((all, { most }) => all + most, 0);
  if (by === 'type' && sum !== total) return null;
  const seen = (id: string) => rows.filter((eni) => eni[VALUE_OF[by]] === id).length / rows.length;
  return parts.map(({ part, most }) => Math.ceil((sum > 0 ? most / sum : seen(part.value) || 0) * total));
}

/** How the first rows suggest dividing a query. */
export function likelyFrom(rows: readonly Eni[], params: RequestParams, total: number): Facts['likely'] {
  const isMixed = rows.some(({ type }) => !PART_TYPES.some((each) => each === type));
  const bys = (['type', 'vpc', 'vswitch'] as const).filter(
    (by) => canPartBy(by, params) && !(by === 'type' && isMixed),
  );
  return Object.fromEntries(
    bys.map((by) => [
      by,
      likelySizes(
        rows.map((eni) => eni[VALUE_OF[by]] ?? ''),
        total,
      ),
    ]),
  );
}
