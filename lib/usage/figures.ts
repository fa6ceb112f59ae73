import { RESERVED_COUNT, type VSwitch } from '@/lib/eni/vswitch';
import { measurableRange } from './occupancy';

/**
 * How full a vSwitch is, in addresses: the one computation of every view, rule, metric and export. Where `dark` is
 * known and no ENI stands on a reserved address, `usable` = `used` + `dark` + `free` and `taken` = `used` + `dark`.
 */
export type Figures = {
  /** All addresses but the four that Alibaba Cloud keeps; null where the CIDR cannot be measured. */
  usable: number | null;
  /**
   * Addresses of ENIs and of their prefixes, each once; null until the ENIs are read. One on a reserved address counts
   * too, so bad data can bring it above `usable`.
   */
  used: number | null;
  /** The API's AvailableIpAddressCount as it came: evidence, as it lags behind the ENIs. */
  counter: number | null;
  /**
   * The API's count of free addresses, but never more than the ENIs, and the holders that VPC IPAM names beside them,
   * leave. If the API does not count, the addresses that the ENIs leave, so at most that. Null where neither is known.
   */
  free: number | null;
  /** The part of `usable` that is not free, taken by ENIs or by anything else. */
  taken: number | null;
  /** `taken` as a part of `usable`, 0 to 1. */
  share: number | null;
  /**
   * Addresses that something other than the ENIs seen has taken: SLB, RDS, another account. Null where that cannot be
   * told: without the ENIs, without the API's count, or where that count is behind.
   */
  dark: number | null;
  /** Whether the API counts more free addresses than there can be. */
  isBehind: boolean;
};

/** Figures of a vSwitch whose CIDR and ENIs are known. */
export type KnownFigures = Figures & Record<'usable' | 'used' | 'free' | 'taken' | 'share', number>;

type Counted = Pick<VSwitch, 'cidrBlock' | 'availableIpAddressCount'>;

function figuresWith(usable: number, used: number | null, counter: number | null, named = 0): Figures {
  const left = Math.max(0, usable - (used ?? 0) - named);
  const isBehind = counter !== null && counter > left;
  const free = counter === null ? (used === null ? null : left) : Math.min(counter, left);
  const taken = free === null ? null : usable - free;
  return {
    usable,
    used,
    counter,
    free,
    taken,
    share: taken === null ? null : taken / usable,
    dark: used === null || counter === null || isBehind ? null : left + named - counter,
    isBehind,
  };
}

/** The figures of a vSwitch by the API's own count, as long as its ENIs are not read. */
export function figuresOf({ cidrBlock, availableIpAddressCount: counter }: Counted): Figures {
  const range = measurableRange(cidrBlock);
  if (typeof range !== 'string') return figuresWith(2 ** (32 - range.prefix) - RESERVED_COUNT, null, counter);
  const unknown = { usable: null, used: null, taken: null, share: null, dark: null };
  return { ...unknown, counter, free: counter, isBehind: false };
}

/**
 * The figures of a vSwitch once its ENIs are read.
 * @param size how many addresses its CIDR has
 * @param used how many of them ENIs hold
 * @param named how many of the others VPC IPAM names
 */
export function knownFigures(
  size: number,
  used: number,
  counter: number | null,
  named: number,
): KnownFigures {
  return figuresWith(size - RESERVED_COUNT, used, counter, named) as KnownFigures;
}
