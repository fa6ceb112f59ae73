import { ChangeMark } from '@/components/changes/change-mark';
import { CloudText } from '@/components/eni-parts/cloud-text';
import { WholeText } from '@/components/ui/short-id';
import { shortenMiddle } from '@/components/ui/shorten-middle';
import type { Eni } from '@/lib/eni/eni';

/** The name of an ENI, and whether it changed; one without a name shows its id. */
export function NameCell({ eni }: { eni: Eni }) {
  return (
    <>
      <Name eni={eni} />
      <ChangeMark eni={eni} />
    </>
  );
}

function Name({ eni }: { eni: Eni }) {
  if (eni.name !== null) return <CloudText text={eni.name} className="font-medium" />;
  return (
    <span className="truncate font-mono text-ink-2 text-xs leading-5" title={eni.id}>
      <WholeText text={eni.id} shown={shortenMiddle(eni.id)} />
    </span>
  );
}
