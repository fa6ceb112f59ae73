import { prefixGroups } from '@/components/eni-parts/prefix-groups';
import type { Eni } from '@/lib/eni/eni';
import { privateAddressCount } from '@/lib/eni/eni-address';
import { Absent } from './absent';
import { MoreMark } from './more-mark';
import { PrefixMark } from './prefix-mark';

/** The primary address and what comes along with it: more addresses, delegated prefixes. */
export function AddressCell({ eni }: { eni: Eni }) {
  if (eni.privateIpAddress === null) return <Absent />;
  const others = privateAddressCount(eni) - 1;
  return (
    <>
      <span className="truncate font-mono text-xs leading-5" title={eni.privateIpAddress}>
        {eni.privateIpAddress}
      </span>
      <MoreMark count={others} addresses />
      {prefixGroups(eni.ipv4Prefixes).map(({ length, count }) => (
        <PrefixMark key={length} length={length} count={count} />
      ))}
    </>
  );
}
