import { prefixGroups } from '@/components/eni-parts/prefix-groups';
import type { Eni } from '@/lib/eni/eni';
import { Absent } from './absent';
import { MoreMark } from './more-mark';
import { PrefixMark } from './prefix-mark';

/** The primary address and what comes along with it: more addresses, delegated prefixes. */
export function AddressCell({ eni }: { eni: Eni }) {
  if (eni.privateIpAddress === null) return <Absent />;
  const others = eni.privateIps.filter((ip) => ip.privateIpAddress !== eni.privateIpAddress).length;
  return (
    <>
      <span className="shrink-0 font-mono text-xs leading-5" title={eni.privateIpAddress}>
        {eni.privateIpAddress}
      </span>
      <MoreMark count={others} addresses />
      {prefixGroups(eni.ipv4Prefixes).map(({ length, count }) => (
        <PrefixMark key={length} length={length} count={count} />
      ))}
    </>
  );
}
