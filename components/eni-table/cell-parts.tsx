'use client';

import { useTranslations } from 'next-intl';
import { useIsPointedAt } from '@/components/data-table/pointed-at';
import { PlusMark } from '@/components/eni-parts/plus-mark';
import { CopyButton } from '@/components/ui/copy-button';
import { WholeText } from '@/components/ui/short-id';
import { shortenMiddle } from '@/components/ui/shorten-middle';
import { TailedText } from '@/components/ui/tailed-text';
import { visibleText } from '@/lib/eni/visible-text';

/** Shown for a value that the API does not report: an en dash. */
export function Absent() {
  return <span className="text-ink-3 max-[720px]:hidden">–</span>;
}

/** A word of the API, unchanged. */
export function WordCell({ word }: { word: string | null }) {
  return word === null ? <Absent /> : <span className="truncate text-ink-2">{word}</span>;
}

/** How many more there are than the one shown; nothing when there are none. */
export function MoreMark({ count, addresses = false }: { count: number; addresses?: boolean }) {
  return count > 0 ? <Mark count={count} addresses={addresses} /> : null;
}

function Mark({ count, addresses }: { count: number; addresses: boolean }) {
  const t = useTranslations('table');
  return <PlusMark title={t(addresses ? 'moreAddresses' : 'more', { count })}>+{count}</PlusMark>;
}

/** Delegated blocks of one length: `/28 ×4`. */
export function PrefixMark({ length, count }: { length: string; count: number }) {
  const t = useTranslations('table');
  return (
    <PlusMark title={t('prefixes', { count, length })}>
      {length}
      {count > 1 && ` ×${count}`}
    </PlusMark>
  );
}

type FirstProps = {
  id: string;
  whole: boolean;
  name: string | null;
  title: string;
  /** Room for the name, in px; null while it is not known. */
  room?: number | null;
};

/** An id, or instead the name of its resource, which a screen reader says before the id; on paper both are shown. */
function NameOrId({ id, whole, name, title, room = null }: FirstProps) {
  if (name === null)
    return (
      <span className="truncate font-mono text-xs leading-5" title={title}>
        <WholeText text={id} shown={whole ? id : shortenMiddle(id)} />
      </span>
    );
  return (
    <>
      <TailedText text={visibleText(name)} room={room} title={title} />
      <span className="sr-only print:not-sr-only print:block print:font-mono"> {id}</span>
    </>
  );
}

type IdCellProps = {
  id: string | null;
  whole?: boolean;
  /** Shown instead of the id, which then appears on hover. */
  name?: string | null;
  /** Room for the name, in px; null while it is not known. */
  room?: number | null;
};

/** An id or an address: cut in its middle, whole on hover and for screen readers, one click to copy. */
export function IdCell({ id, whole = false, name = null, room = null }: IdCellProps) {
  const isPointedAt = useIsPointedAt();
  if (id === null) return <Absent />;
  return (
    <>
      <NameOrId
        id={id}
        whole={whole}
        name={name}
        room={room}
        title={name === null ? id : `${visibleText(name)}\n${id}`}
      />
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

type ListCellProps = {
  items: readonly string[];
  whole?: boolean;
  /** Shown instead of the first item. */
  name?: string | null;
  /** On hover; all items unless given. */
  title?: string;
  /** The items are addresses, and a count of more of them says so. */
  addresses?: boolean;
};

/** Ids or addresses: the first, and how many more. */
export function ListCell({ items, whole = false, name = null, title, addresses = false }: ListCellProps) {
  const [first, ...others] = items;
  if (first === undefined) return <Absent />;
  return (
    <>
      <NameOrId id={first} whole={whole} name={name} title={title ?? items.join('\n')} />
      <MoreMark count={others.length} addresses={addresses} />
    </>
  );
}
