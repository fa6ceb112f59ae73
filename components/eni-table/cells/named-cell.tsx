'use client';

import { useName } from '@/components/names/use-names';
import { IdCell } from './id-cell';

/** The name of what an id is of, where it is known; the id to see, to hear and to copy in any case. */
export function NamedCell({ id }: { id: string | null }) {
  return <IdCell id={id} name={useName(id)} />;
}
