'use client';

import { useName } from '@/components/names/use-names';
import { WholeText } from '@/components/ui/short-id';
import { shortenMiddle } from '@/components/ui/shorten-middle';
import { visibleText } from '@/lib/eni/visible-text';
import type { FilterTerm } from '@/lib/search/search';
import { LineCopy } from './line-copy';
import { SearchLink } from './search-link';

/** An id, cut in its middle, with a copy button and after its name if known; a link to its ENIs if a term is given. */
export function IdValue({ id, term }: { id: string; term?: FilterTerm }) {
  const name = useName(id);
  const shown = name === null ? shortenMiddle(id, 12, 6) : shortenMiddle(id);
  const text = <WholeText text={id} shown={shown} />;
  return (
    <>
      {name !== null && (
        <bdi className="min-w-0 [overflow-wrap:anywhere]">
          {term ? <SearchLink term={term}>{visibleText(name)}</SearchLink> : visibleText(name)}
        </bdi>
      )}
      <span
        className={`truncate font-mono text-xs leading-6 ${name === null ? '' : 'shrink-0 text-ink-3'}`}
        title={id}
      >
        {term && name === null ? <SearchLink term={term}>{text}</SearchLink> : text}
      </span>
      <LineCopy text={id} />
    </>
  );
}
