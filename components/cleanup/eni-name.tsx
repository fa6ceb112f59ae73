'use client';

import Link from 'next/link';
import { ShortId } from '@/components/ui/short-id';
import type { Eni } from '@/lib/eni/eni';
import { visibleText } from '@/lib/eni/visible-text';
import { routes } from '@/lib/queries/routes';
import { DEFAULT_VIEW } from '@/lib/search/view';

/** The name of an ENI, or its id where it has none; leads to the ENI in the list. */
export function EniName({ eni }: { eni: Eni }) {
  const search = {
    accounts: [eni.account],
    regions: [eni.region],
    terms: [{ key: 'eni' as const, negated: false, values: [eni.id] }],
  };
  return (
    <Link
      href={routes.explorer({ search, view: { ...DEFAULT_VIEW, drawer: eni.id } })}
      prefetch={false}
      title={eni.id}
      className="underline-offset-2 hover:underline"
    >
      {eni.name === null ? (
        <span className="font-mono text-xs">
          <ShortId id={eni.id} />
        </span>
      ) : (
        <bdi className="font-medium">{visibleText(eni.name)}</bdi>
      )}
    </Link>
  );
}
