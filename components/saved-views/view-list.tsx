'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { GridList, GridListItem } from 'react-aria-components/GridList';
import { Icon } from '@/components/ui/icon';

export type ListedView = { id: string; name: string; note?: string; run: () => void };

type ViewListProps = {
  label: string;
  views: readonly ListedView[];
  /** The id of the current view. */
  currentId: string | null;
  /** Takes the focus when the menu opens. */
  isFirst?: boolean;
  onDone: () => void;
  /** Content after a view: marks, and buttons that → reaches. */
  actionsOf?: (id: string) => ReactNode;
};

/** Views to choose from: ↑ and ↓ move, Enter opens. */
export function ViewList({ label, views, currentId, isFirst = false, onDone, actionsOf }: ViewListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isFirst) return;
    // The dialog takes the focus when it opens; its first line gets it after that.
    const frame = requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>('[role="row"]')?.focus(),
    );
    return () => cancelAnimationFrame(frame);
  }, [isFirst]);
  return (
    <GridList
      aria-label={label}
      ref={list}
      onAction={(key) => {
        views.find(({ id }) => id === key)?.run();
        onDone();
      }}
      className="px-1.5 outline-none"
    >
      {views.map(({ id, name, note = '' }) => (
        <GridListItem
          key={id}
          id={id}
          textValue={name}
          className="group flex min-h-7 cursor-pointer items-center gap-2 rounded-sm px-2 -outline-offset-2 data-focused:bg-accent-wash data-hovered:bg-hover"
        >
          <span className="flex w-3 shrink-0 text-accent">
            {id === currentId && <Icon name="check" size={12} />}
          </span>
          <span title={name} className="min-w-0 flex-1 truncate">
            {name}
          </span>
          {note !== '' && (
            <span title={note} className="max-w-28 truncate text-ink-3 text-xs">
              {note}
            </span>
          )}
          {actionsOf?.(id)}
        </GridListItem>
      ))}
    </GridList>
  );
}
