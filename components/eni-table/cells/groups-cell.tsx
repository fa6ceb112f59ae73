'use client';

import { useName, useNameLines } from '@/components/names/use-names';
import { ListCell } from './list-cell';

/** Security groups: the first by its name where that is known, all of them with their ids on hover. */
export function GroupsCell({ ids }: { ids: readonly string[] }) {
  const name = useName(ids[0] ?? null);
  return <ListCell items={ids} name={name} title={useNameLines(ids)} />;
}
