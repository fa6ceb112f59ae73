'use client';

import { useIsPointedAt } from '@/components/data-table/pointed-at';
import { CopyButton } from '@/components/ui/copy-button';
import { WholeText } from '@/components/ui/short-id';
import { shortenMiddle } from '@/components/ui/shorten-middle';
import { TailedText } from '@/components/ui/tailed-text';
import { visibleText } from '@/lib/eni/visible-text';
import { Absent } from './absent';

type IdCellProps = {
  id: string | null;
  whole?: boolean;
  /** Stands in place of the id, which is then there on hover. */
  name?: string | null;
  /** For the name, in px; null while it is not known. */
  room?: number | null;
};

/** An id or an address: cut in its middle, whole on hover and for screen readers, one click to copy. */
export function IdCell({ id, whole = false, name = null, room = null }: IdCellProps) {
  const isPointedAt = useIsPointedAt();
  if (id === null) return <Absent />;
  const shown = whole ? id : shortenMiddle(id);
  return (
    <>
      {name === null ? (
        <span className="truncate font-mono text-xs leading-5" title={id}>
          <WholeText text={id} shown={shown} />
        </span>
      ) : (
        <>
          <TailedText text={visibleText(name)} room={room} title={`${visibleText(name)}\n${id}`} />
          <span className="sr-only print:not-sr-only print:block print:font-mono"> {id}</span>
        </>
      )}
      {isPointedAt && (
        <CopyButton
          key={id}
          text={id}
          what={id}
          tabIndex={-1}
          className="-translate-y-1/2 absolute top-1/2 right-0 bg-surface opacity-0 focus-visible:opacity-100 group-hover/row:bg-hover group-aria-[current=true]/row:bg-accent-wash [td:hover>&]:opacity-100 max-[720px]:hidden"
        />
      )}
    </>
  );
}
