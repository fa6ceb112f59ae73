'use client';

import { useTranslations } from 'next-intl';
import { type RefObject, useMemo } from 'react';
import { Header } from 'react-aria-components/Header';
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Icon } from '@/components/ui/icon';
import type { Eni } from '@/lib/eni/eni';
import { GROUP_COLUMNS, type GroupBy, parseGroupBy } from '@/lib/search/table/group-by';
import { ColumnLabel } from './column-label';
import { tagKeysOf } from './tag-keys';

type GroupChoicesProps = {
  anchor: RefObject<HTMLButtonElement | null>;
  group: GroupBy | null;
  enis: readonly Eni[];
  onGroup: (group: GroupBy | null) => void;
  onClose: () => void;
};

const NONE = '';

/** Every column and tag key that can group the rows. */
export function GroupChoices({ anchor, group, enis, onGroup, onClose }: GroupChoicesProps) {
  const t = useTranslations('group');
  const tags = useMemo(() => tagKeysOf(enis).map((key): GroupBy => `tag:${key}`), [enis]);
  const choose = (key: string) => {
    onClose();
    onGroup(key === NONE ? null : parseGroupBy(key));
  };
  const item = (id: GroupBy | typeof NONE) => (
    <MenuItem
      key={id}
      id={id}
      textValue={id}
      className="flex min-h-7 cursor-pointer items-center gap-2 px-3 text-sm -outline-offset-2 data-focused:bg-accent-wash"
    >
      <span className={(group ?? NONE) === id ? 'text-accent' : 'invisible'}>
        <Icon name="check" size={12} />
      </span>
      {id === NONE ? t('noGroups') : <ColumnLabel id={id} />}
    </MenuItem>
  );
  return (
    <Popover
      aria-label={t('label')}
      isOpen
      triggerRef={anchor}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      placement="bottom end"
      offset={4}
      className="overflow-auto rounded-md border border-line-strong bg-raised shadow-pop"
    >
      <Menu
        autoFocus="first"
        aria-label={t('label')}
        selectionMode="single"
        selectedKeys={[group ?? NONE]}
        onAction={(key) => choose(String(key))}
        onClose={onClose}
        className="max-h-[min(480px,70vh)] min-w-48 overflow-auto py-1 outline-none"
      >
        {item(NONE)}
        <MenuSection aria-label={t('label')}>{GROUP_COLUMNS.map(item)}</MenuSection>
        {tags.length > 0 && (
          <MenuSection>
            <Header className="px-3 pt-2 pb-1 text-ink-3 text-xs">{t('tag')}</Header>
            {tags.map(item)}
          </MenuSection>
        )}
      </Menu>
    </Popover>
  );
}
