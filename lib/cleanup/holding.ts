import type { Eni } from '@/lib/eni/eni';
import { BLOCK_SIZE } from '@/lib/usage/claims';

/** The private IPv4 addresses that an ENI names as its own, each once; those of its prefixes are not among them. */
export function ownAddresses({ privateIpAddress, privateIps }: Eni): string[] {
  const all = [privateIpAddress, ...privateIps.map((ip) => ip.privateIpAddress)];
  return [...new Set(all.filter((ip) => ip !== null))];
}

/** How many IPv4 addresses an ENI holds: its own, and 16 for each prefix. */
export function addressesHeldBy(eni: Eni): number {
  return ownAddresses(eni).length + BLOCK_SIZE * new Set(eni.ipv4Prefixes).size;
}

const DAY = 86_400_000;

/**
 * The most days that an ENI can have been idle: the days since it was created, as the cloud does not say when it was
 * last attached. Null where its creation, or `now`, is not known.
 */
export function idleDaysAtMost({ creationTime }: Eni, now: number | null): number | null {
  const created = creationTime === null ? null : Date.parse(creationTime);
  return now === null || created === null || Number.isNaN(created)
    ? null
    : Math.max(0, Math.ceil((now - created) / DAY));
}
