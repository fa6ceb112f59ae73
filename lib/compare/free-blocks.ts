import type { VSwitches } from '@/lib/eni/vswitch';
import type { FilterTerm } from '@/lib/search/search';
import { scopeMeasures } from '@/lib/usage/scope-measures';
import { distinctVSwitches } from '@/lib/usage/vswitches';
import type { Side } from './side';

type KnownVSwitches = Pick<VSwitches, 'items' | 'failures'>;

/**
 * How many whole /28 blocks are free in the vSwitches of a side; null where that is not known: if ENIs of the side are
 * missing or filtered out, some of its blocks would only seem free.
 * @param terms the filters of the side
 * @yields after each vSwitch
 */
export function* freeBlockSteps(
  { enis, isWhole, readRegions }: Side,
  terms: readonly FilterTerm[],
  vSwitches: KnownVSwitches | null,
): Generator<void, number | null, void> {
  const isOfPlace = terms.every(({ key, negated }) => !negated && (key === 'vpc' || key === 'vswitch'));
  if (!isWhole || !isOfPlace || vSwitches === null || vSwitches.failures.length > 0) return null;
  const isMeant = (key: 'vpc' | 'vswitch', id: string | null) =>
    terms.every((term) => term.key !== key || (id !== null && term.values.includes(id)));
  const own = distinctVSwitches(vSwitches.items).filter(
    ({ region, id, vpcId }) => readRegions.has(region) && isMeant('vswitch', id) && isMeant('vpc', vpcId),
  );
  const measures = [...(yield* scopeMeasures(own, enis)).values()];
  return measures.length === 0 ? null : measures.reduce((sum, { freeBlocks }) => sum + freeBlocks, 0);
}
