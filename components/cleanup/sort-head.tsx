'use client';

import { Icon } from '@/components/ui/icon';
import type { ReleaseColumn, ReleaseSort } from '@/lib/cleanup/release-rows';

type SortHeadProps = {
  column: ReleaseColumn;
  label: string;
  sort: ReleaseSort;
  /** Numbers are sorted from the most, words from the first. */
  isNumber?: boolean;
  className?: string;
  onSort: (sort: ReleaseSort) => void;
};

/** A column's head that sorts by it. */
export function SortHead({ column, label, sort, isNumber = false, className = '', onSort }: SortHeadProps) {
  const isSorted = sort.column === column;
  const descending = isSorted ? !sort.descending : isNumber;
  return (
    <th
      scope="col"
      aria-sort={isSorted ? (sort.descending ? 'descending' : 'ascending') : undefined}
      className={`h-7.5 border-line border-b font-normal text-ink-2 text-xs ${isNumber ? 'text-right' : 'text-left'} ${className}`}
    >
      <button
        type="button"
        onClick={() => onSort({ column, descending })}
        className={`inline-flex cursor-pointer items-center gap-0.5 rounded-xs hover:text-ink ${isSorted ? 'font-medium text-ink' : ''}`}
      >
        {label}
        {isSorted && <Icon name={sort.descending ? 'down' : 'up'} size={12} />}
      </button>
    </th>
  );
}
