'use client';

import { useColumnRoom } from '@/components/data-table/column-rooms';
import { useName } from '@/components/names/use-names';
import type { ColumnId } from '@/lib/search/columns';
import { IdCell } from './id-cell';

/** The name of what an id is of, where it is known; the id to see, to hear and to copy in any case. */
export function NamedCell({ id, column }: { id: string | null; column: ColumnId }) {
  return <IdCell id={id} name={useName(id)} room={useColumnRoom(column)} />;
}
