import { WholeText } from '@/components/ui/short-id';
import { shortenMiddle } from '@/components/ui/shorten-middle';
import { visibleText } from '@/lib/eni/visible-text';
import { Absent } from './absent';
import { MoreMark } from './more-mark';

type ListCellProps = {
  items: readonly string[];
  whole?: boolean;
  /** Of the first; stands in its place. */
  name?: string | null;
  /** On hover; all items unless given. */
  title?: string;
};

/** Ids or addresses: the first, and how many more. */
export function ListCell({ items, whole = false, name = null, title = items.join('\n') }: ListCellProps) {
  const [first, ...others] = items;
  if (first === undefined) return <Absent />;
  const shown = whole ? first : shortenMiddle(first);
  return (
    <>
      <span className={`truncate ${name === null ? 'font-mono text-xs leading-5' : ''}`} title={title}>
        {name !== null ? (
          <>
            <bdi>{visibleText(name)}</bdi>
            <span className="sr-only print:not-sr-only print:block print:font-mono"> {first}</span>
          </>
        ) : (
          <WholeText text={first} shown={shown} />
        )}
      </span>
      <MoreMark count={others.length} />
    </>
  );
}
