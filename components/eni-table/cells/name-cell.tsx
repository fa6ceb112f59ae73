'use client';

import { ChangeMark } from '@/components/changes/change-mark';
import { useColumnRoom } from '@/components/data-table/column-rooms';
import { WholeText } from '@/components/ui/short-id';
import { shortenMiddle } from '@/components/ui/shorten-middle';
import { TailedText } from '@/components/ui/tailed-text';
import type { Eni } from '@/lib/eni/eni';
import { visibleText } from '@/lib/eni/visible-text';

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
  const room = useColumnRoom('name');
  if (eni.name !== null) return <TailedText text={visibleText(eni.name)} room={room} isMedium />;
  return (
    <span className="truncate font-mono text-ink-2 text-xs leading-5" title={eni.id}>
      <WholeText text={eni.id} shown={shortenMiddle(eni.id)} />
    </span>
  );
}
