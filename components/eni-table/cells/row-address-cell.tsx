'use client';

import { useTranslations } from 'next-intl';
import type { EniAddress } from '@/lib/eni/eni-address';
import { Absent } from './absent';
import { IdCell } from './id-cell';

/** The address that a row is about, and which one of its ENI it is. */
export function RowAddressCell({ address }: { address: EniAddress }) {
  const t = useTranslations('table');
  return (
    <>
      <IdCell id={address.address} whole />
      {/* Where there is no room for both, the address stays whole and the word goes. */}
      <span className="ml-1.5 min-w-0 flex-1 basis-0 truncate text-2xs text-ink-3">
        {t(`addressKind.${address.kind}`)}
      </span>
    </>
  );
}

/** The EIP of that address alone. */
export function RowEipCell({ address }: { address: EniAddress }) {
  return address.eip === null ? <Absent /> : <IdCell id={address.eip} whole />;
}
