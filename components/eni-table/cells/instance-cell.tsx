'use client';

import { useTranslations } from 'next-intl';
import type { Eni } from '@/lib/eni/eni';
import { type OwnerKind, ownerOf } from '@/lib/eni/owner';
import { Absent } from './absent';
import { NamedCell } from './named-cell';

/** The instance; for an ENI without one, the service that holds it. */
export function InstanceCell({ eni }: { eni: Eni }) {
  if (eni.instanceId !== null || eni.serviceManaged !== true) return <NamedCell id={eni.instanceId} />;
  const { kind } = ownerOf(eni);
  return kind === 'unknown' ? <Absent /> : <Service kind={kind} />;
}

function Service({ kind }: { kind: OwnerKind }) {
  return <span className="truncate text-ink-2">{useTranslations('owner')(kind)}</span>;
}
