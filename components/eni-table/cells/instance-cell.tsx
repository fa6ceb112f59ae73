'use client';

import { useTranslations } from 'next-intl';
import type { Eni } from '@/lib/eni/eni';
import { type OwnerKind, ownerOf } from '@/lib/eni/owner';
import { Absent } from './absent';
import { NamedCell } from './named-cell';

/** The instance; for an ENI without one, the service that holds it. */
export function InstanceCell({ eni }: { eni: Eni }) {
  if (eni.instanceId !== null || eni.serviceManaged !== true)
    return <NamedCell id={eni.instanceId} column="instance" />;
  const { kind } = ownerOf(eni);
  return kind === 'unknown' ? <Absent /> : <Service kind={kind} />;
}

/** A kind and no name, so it does not look like the names that it stands among. */
function Service({ kind }: { kind: OwnerKind }) {
  return (
    <span className="truncate rounded-xs border border-line-strong px-1 text-2xs text-ink-2">
      {useTranslations('owner')(kind)}
    </span>
  );
}
