'use client';

import { useTranslations } from 'next-intl';
import { type RefObject, useMemo } from 'react';
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import type { TableColumn } from '@/lib/search/table/columns';
import { isGroupBy } from '@/lib/search/table/group-by';
import type { ColumnChanges } from './column-changes';
import { ColumnLabel } from './column-label';

export type OpenColumnMenu = { column: TableColumn; header: HTMLElement };

type ColumnMenuProps = OpenColumnMenu & { changes: ColumnChanges; onClose: () => void };

/** What can be done with one column: its order, its place, its width, and grouping by it. */
export function ColumnMenu({ column, header, changes, onClose }: ColumnMenuProps) {
  const t = useTranslations('columnMenu');
  const anchor = useMemo<RefObject<HTMLElement | null>>(() => ({ current: header }), [header]);
  const at = changes.columns.indexOf(column);
  const last = changes.columns.length - 1;
  const sections: Record<string, { id: string; isPossible: boolean; run: () => void }[]> = {
    sort: [
      { id: 'ascending', isPossible: true, run: () => changes.sort({ column, descending: false }) },
      { id: 'descending', isPossible: true, run: () => changes.sort({ column, descending: true }) },
      { id: 'unsorted', isPossible: changes.isSortedBy(column), run: () => changes.sort(null) },
    ],
    place: [
      { id: 'left', isPossible: at > 0, run: () => changes.move(column, at - 1) },
      { id: 'right', isPossible: at < last, run: () => changes.move(column, at + 1) },
      { id: 'pin', isPossible: at >= changes.pinned, run: () => changes.pin(column) },
      { id: 'unpin', isPossible: at > 0 && at < changes.pinned, run: () => changes.unpin(column) },
      { id: 'hide', isPossible: last > 0, run: () => changes.hide(column) },
    ],
    width: [
      { id: 'wider', isPossible: true, run: () => changes.widen(column, header, 3) },
      { id: 'narrower', isPossible: true, run: () => changes.widen(column, header, -3) },
      { id: 'widthReset', isPossible: changes.isResized(column), run: () => changes.resize(column, null) },
    ],
    ...(isGroupBy(column) && {
      group: [{ id: 'groupBy', isPossible: true, run: () => changes.group(column) }],
    }),
  };
  const items = Object.values(sections).flat();
  return (
    <Popover
      aria-label={t('label')}
      isOpen
      triggerRef={anchor}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      placement="bottom start"
      offset={2}
      className="rounded-md border border-line-strong bg-raised shadow-pop"
    >
      <Menu
        autoFocus="first"
        aria-label={t('label')}
        disabledKeys={items.filter(({ isPossible }) => !isPossible).map(({ id }) => id)}
        onAction={(key) => {
          onClose();
          items.find(({ id }) => id === key)?.run();
        }}
        onClose={onClose}
        className="min-w-48 py-1 outline-none"
      >
        {Object.entries(sections).map(([section, choices]) => (
          <MenuSection
            key={section}
            aria-label={t(section as 'sort')}
            className="not-first:mt-1 not-first:border-line not-first:border-t not-first:pt-1"
          >
            {choices.map(({ id }) => (
              <MenuItem
                key={id}
                id={id}
                className="flex min-h-7 cursor-pointer items-center gap-1 px-3 text-sm -outline-offset-2 data-disabled:cursor-default data-focused:bg-accent-wash data-disabled:text-ink-3"
              >
                {t(id as 'hide')}
                {id === 'groupBy' && (
                  <b className="font-medium">
                    <ColumnLabel id={column} />
                  </b>
                )}
              </MenuItem>
            ))}
          </MenuSection>
        ))}
      </Menu>
    </Popover>
  );
}
