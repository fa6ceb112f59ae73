'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { isMono, useTermWords } from '@/components/filter-bar/term-words';
import { copyText } from '@/components/ui/copy-text';
import { Icon, type IconName } from '@/components/ui/icon';
import type { Eni } from '@/lib/eni/eni';
import type { FilterTerm, Search } from '@/lib/search/search';
import { excludeToo, includeOnly } from '@/lib/search/table/cell-terms';
import type { TableColumn } from '@/lib/search/table/columns';
import { type CellAction, cellActions } from './cell-actions';

/** Where a menu opens, in px of the window. */
export type MenuPlace = { x: number; y: number };

export type CellMenuProps = {
  eni: Eni;
  column: TableColumn;
  place: MenuPlace;
  onSearch: (change: (search: Search) => Search) => void;
  onClose: () => void;
};

/** How long, in ms, the menu shows that copying worked, or that it failed, before it closes. */
const SAID_FOR = 900;
const FAILED_FOR = 4000;

const ICONS: Record<CellAction['kind'], IconName> = {
  include: 'plus',
  exclude: 'minus',
  copyValue: 'copy',
  copyId: 'copy',
  open: 'search',
  console: 'out',
};

/** What can be done with one cell of the table: filter by it, copy it, go where it leads. */
export function CellMenu({ eni, column, place, onSearch, onClose }: CellMenuProps) {
  const t = useTranslations('cellMenu');
  const words = useTermWords();
  const anchor = useRef<HTMLSpanElement>(null);
  const groups = useMemo(() => cellActions(eni, column), [eni, column]);
  const [copied, setCopied] = useState<{ kind: CellAction['kind']; isDone: boolean } | null>(null);
  useEffect(() => {
    if (copied === null) return;
    const timer = setTimeout(onClose, copied.isDone ? SAID_FOR : FAILED_FOR);
    return () => clearTimeout(timer);
  }, [copied, onClose]);

  const copy = async (kind: CellAction['kind'], text: string) =>
    setCopied({ kind, isDone: await copyText(text) });
  const run = (action: CellAction) => {
    if (action.kind === 'copyValue' || action.kind === 'copyId') return void copy(action.kind, action.text);
    onClose();
    if (action.kind === 'include') onSearch((now) => includeOnly(now, action.term));
    else if (action.kind === 'exclude') onSearch((now) => excludeToo(now, action.term));
    else if (action.kind === 'open') onSearch((now) => ({ ...now, terms: [action.term] }));
  };
  const iconOf = (kind: CellAction['kind']) =>
    copied?.kind === kind ? (copied.isDone ? 'check' : 'cross') : ICONS[kind];
  const value = (term: FilterTerm) => words.value(term.key, term.values[0] ?? '');
  const face = (action: CellAction) => {
    switch (action.kind) {
      case 'include':
      case 'exclude':
        return t.rich(action.kind, {
          label: words.label(action.term.key),
          value: value(action.term),
          v: (text) => (
            <bdi className={`text-ink ${isMono(action.term.key) ? 'font-mono text-xs' : 'font-medium'}`}>
              {text}
            </bdi>
          ),
        });
      case 'open':
        return t(`open.${action.what}`, { value: value(action.term) });
      case 'copyValue':
      case 'copyId':
        if (copied?.kind === action.kind) return t(copied.isDone ? 'copied' : 'copyFailed');
        return action.kind === 'copyId' ? t('copyId') : t('copyValue');
      case 'console':
        return t('console');
    }
  };
  return (
    <>
      <span ref={anchor} aria-hidden="true" className="fixed" style={{ left: place.x, top: place.y }} />
      <Popover
        aria-label={t('label')}
        isOpen
        triggerRef={anchor}
        onOpenChange={(isOpen) => !isOpen && onClose()}
        placement="bottom start"
        offset={2}
        className="overflow-auto rounded-md border border-line-strong bg-raised shadow-pop"
      >
        <Menu autoFocus="first" aria-label={t('label')} onClose={onClose} className="w-76 p-1.5 outline-none">
          {groups.map(({ name, actions }) => (
            <MenuSection
              key={name}
              aria-label={t(`group.${name}`)}
              className="border-line not-first:mt-1 not-first:border-t not-first:pt-1"
            >
              {actions.map((action, at) => (
                <MenuItem
                  // biome-ignore lint/suspicious/noArrayIndexKey: the actions of a cell do not move
                  key={`${name} ${at}`}
                  onAction={() => run(action)}
                  shouldCloseOnSelect={action.kind !== 'copyValue' && action.kind !== 'copyId'}
                  {...(action.kind === 'console' && {
                    href: action.href,
                    target: '_blank',
                    rel: 'noopener noreferrer',
                  })}
                  className="flex min-h-7 cursor-pointer items-center gap-2 rounded-sm px-2 text-ink-2 text-sm -outline-offset-2 data-focused:bg-accent-wash"
                >
                  <span className="text-ink-3">
                    <Icon name={iconOf(action.kind)} size={14} />
                  </span>
                  <span className="truncate">{face(action)}</span>
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </Menu>
      </Popover>
    </>
  );
}
