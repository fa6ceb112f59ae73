import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type Eni, eipsOf } from '@/lib/eni/eni';
import type { Finding } from '@/lib/findings/finding';
import { withEipNames } from '@/lib/findings/with-eip-names';
import { holdersQuery } from '@/lib/queries/told';

/**
 * The finding with what the names of the ENI's EIPs say of its owner: looked up if something may be removed of an ENI
 * that has an EIP. If the lookup is not permitted, the finding stays as it is; while it runs, the owner is unknown.
 */
export function useKept(finding: Finding, enis: readonly Eni[]): { finding: Finding; isAsking: boolean } {
  const { kind, account, region, id } = finding.subject;
  const eni = useMemo(
    () =>
      kind === 'eni' && finding.keep === null
        ? enis.find((each) => each.id === id && each.account === account && each.region === region)
        : undefined,
    [kind, finding.keep, enis, id, account, region],
  );
  const { data, isLoading } = useQuery({
    ...holdersQuery({ account, region, id }),
    enabled: eni !== undefined && eipsOf(eni).length > 0,
  });
  const kept = useMemo(
    () => (eni && data ? withEipNames(finding, eni, data.eipNames) : finding),
    [finding, eni, data],
  );
  return { finding: kept, isAsking: isLoading };
}
