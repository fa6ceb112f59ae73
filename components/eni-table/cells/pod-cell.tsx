'use client';

import { usePods } from '@/components/pods/use-pods';
import type { Eni } from '@/lib/eni/eni';
import { podNamesOf } from '@/lib/pods/pods-of-eni';
import { ListCell } from './list-cell';

/** The pods of an ENI, or of one of its addresses, by what people gave of kubectl. */
export function PodCell({ eni, address }: { eni: Eni; address: string | null }) {
  return <ListCell items={podNamesOf(usePods(), eni, address)} whole />;
}
