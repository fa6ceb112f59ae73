'use client';

import { TagMark } from '@/components/eni-parts/tag-mark';
import { usePrinting } from '@/components/ui/use-printing';
import type { Eni } from '@/lib/eni/eni';
import { visibleText } from '@/lib/eni/visible-text';
import { Absent } from './absent';

const SHOWN = 3;

/** The first tags; all of them on hover and on paper. */
export function TagsCell({ tags }: { tags: Eni['tags'] }) {
  const isPrinting = usePrinting();
  if (tags.length === 0) return <Absent />;
  const all = tags.map(({ key, value }) => visibleText(`${key}: ${value}`)).join('\n');
  return (
    <span className="flex min-w-0 gap-1 overflow-hidden print:flex-wrap" title={all}>
      {(isPrinting ? tags : tags.slice(0, SHOWN)).map((tag) => (
        <TagMark key={tag.key} tag={tag} className="shrink-0 print:shrink" />
      ))}
    </span>
  );
}
