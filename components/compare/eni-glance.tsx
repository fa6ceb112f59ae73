'use client';

import { useTranslations } from 'next-intl';
import { StatusMark } from '@/components/eni-parts/status-mark';
import type { Eni } from '@/lib/eni/eni';
import { addressesOf } from '@/lib/eni/eni-address';
import { ownerKindOf } from '@/lib/eni/owner';

/** What an ENI is, on one line: its address, status and owner. */
export function EniGlance({ eni }: { eni: Eni }) {
  const t = useTranslations('owner');
  const address = addressesOf(eni)[0]?.address;
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-2.5">
      {address && <span className="font-mono text-mono">{address}</span>}
      {eni.status !== null && <StatusMark status={eni.status} />}
      <span className="truncate text-ink-2">{t(ownerKindOf(eni))}</span>
    </span>
  );
}
