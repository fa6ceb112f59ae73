import type { Eni } from '@/lib/eni/eni';
import { BLOCK_SIZE } from '@/lib/usage/claims';
import { parseIpv4Prefix } from '@/lib/usage/ipv4';
import { type Group, indexOf, lazy, perInput } from './findings-index';

/** An address of a VPC is one number, its place, which sorts by address and then by VPC; exact below 2^53. */
const VPC_STEP = 2 ** 20;

export const addressAt = (place: number) => Math.floor(place / VPC_STEP);
export const vpcAt = (place: number) => place % VPC_STEP;
export const placeOf = (address: number, vpc: number) => address * VPC_STEP + vpc;

/** The first addresses of the whole /28 prefixes that an ENI has. */
export function prefixesOf(eni: Eni): number[] {
  return eni.ipv4Prefixes.flatMap((text) => {
    const prefix = parseIpv4Prefix(text);
    return prefix?.size === BLOCK_SIZE && prefix.address % BLOCK_SIZE === 0 ? [prefix.address] : [];
  });
}

/** The addresses in use in all VPCs. */
export type HeldAddresses = {
  vpcs: readonly Group[];
  /** The place of every single address of every ENI, in order; its VPC is the place of that in `vpcs`. */
  sorted: () => Float64Array;
};

/** The addresses in use; sorted once for all rules that compare them. */
export const heldAddresses = perInput((input): HeldAddresses => {
  const vpcs = indexOf(input).byVpc();
  const sorted = lazy(() => {
    let count = 0;
    for (const { enis } of vpcs) for (const { singles } of enis) count += singles.length;
    const places = new Float64Array(count);
    let at = 0;
    vpcs.forEach(({ enis }, vpc) => {
      for (const { singles } of enis) for (const address of singles) places[at++] = placeOf(address, vpc);
    });
    return places.sort();
  });
  return { vpcs, sorted };
});

/** The first place in order that is not before `place`. */
export function lowerBound(places: Float64Array, place: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] as number) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
