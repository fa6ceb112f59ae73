'use client';

import { shortenMiddle } from '@/components/ui/shorten-middle';
import type { FilterKey } from '@/lib/search/filters';
import { useValueName } from './use-value-name';

/** The id beside a name that several resources may share; renders nothing if the id itself is shown. */
export function IdBeside({ termKey, value }: { termKey: FilterKey; value: string }) {
  if (useValueName(termKey, value) === null) return null;
  return (
    <span className="shrink-0 font-mono text-ink-3 text-xs" title={value}>
      <span aria-hidden="true">{shortenMiddle(value)}</span>
      <span className="sr-only">{value}</span>
    </span>
  );
}
