import { shortenMiddle } from '@/components/ui/shorten-middle';
import type { FilterTerm } from '@/lib/search/search';
import { LineCopy } from './line-copy';
import { SearchLink } from './search-link';

/** An id, cut in its middle, with a copy button; a link to its ENIs when a term is given. */
export function IdValue({ id, term }: { id: string; term?: FilterTerm }) {
  const shown = shortenMiddle(id, 12, 6);
  const text =
    shown === id ? (
      id
    ) : (
      <>
        <span aria-hidden="true">{shown}</span>
        <span className="sr-only">{id}</span>
      </>
    );
  return (
    <>
      <span className="truncate font-mono text-xs leading-6" title={id}>
        {term ? <SearchLink term={term}>{text}</SearchLink> : text}
      </span>
      <LineCopy text={id} />
    </>
  );
}
