import { shortenMiddle } from '@/components/ui/shorten-middle';
import { Absent } from './absent';
import { MoreMark } from './more-mark';

/** Ids or addresses: the first, and how many more. */
export function ListCell({ items, whole = false }: { items: readonly string[]; whole?: boolean }) {
  const [first, ...others] = items;
  if (first === undefined) return <Absent />;
  const shown = whole ? first : shortenMiddle(first);
  return (
    <>
      <span className="truncate font-mono text-xs leading-5" title={items.join('\n')}>
        {shown === first ? (
          first
        ) : (
          <>
            <span aria-hidden="true">{shown}</span>
            <span className="sr-only">{first}</span>
          </>
        )}
      </span>
      <MoreMark count={others.length} />
    </>
  );
}
