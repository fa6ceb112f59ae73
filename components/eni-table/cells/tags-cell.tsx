import { TagMark } from '@/components/eni-parts/tag-mark';
import type { Eni } from '@/lib/eni/eni';
import { visibleText } from '@/lib/eni/visible-text';
import { Absent } from './absent';

const SHOWN = 3;

/** The first tags; all of them on hover. */
export function TagsCell({ tags }: { tags: Eni['tags'] }) {
  if (tags.length === 0) return <Absent />;
  const all = tags.map(({ key, value }) => `${visibleText(key)}: ${visibleText(value)}`).join('\n');
  return (
    <span className="flex min-w-0 gap-1 overflow-hidden" title={all}>
      {tags.slice(0, SHOWN).map((tag) => (
        <TagMark key={tag.key} tag={tag} className="shrink-0" />
      ))}
    </span>
  );
}
