import type { Eni } from '@/lib/eni/eni';
import { visibleText } from '@/lib/eni/visible-text';

/** A tag: its key, then its value. */
export function TagMark({ tag, className = '' }: { tag: Eni['tags'][number]; className?: string }) {
  const key = visibleText(tag.key);
  const value = visibleText(tag.value);
  return (
    <span
      title={`${key}: ${value}`}
      className={`inline-block max-w-full truncate rounded-xs border border-line bg-sunken px-[5px] text-2xs text-ink-2 leading-4 ${className}`}
    >
      <bdi className="text-ink-3">{key}</bdi> <bdi>{value}</bdi>
    </span>
  );
}
