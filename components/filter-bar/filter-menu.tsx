'use client';

import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import { Header } from 'react-aria-components/Header';
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { FILTER_GROUPS, type FilterGroup } from '@/lib/search/filter-words';
import { type FilterKey, isFilterKey } from '@/lib/search/filters';

type FilterMenuProps = {
  anchor: RefObject<HTMLButtonElement | null>;
  onStart: (key: FilterKey) => void;
  onClose: () => void;
};

/** Every filter there is, in groups. */
export function FilterMenu({ anchor, onStart, onClose }: FilterMenuProps) {
  const t = useTranslations();
  const choose = (key: string) => {
    onClose();
    if (isFilterKey(key)) onStart(key);
  };
  return (
    <Popover
      aria-label={t('filterBar.addFilter')}
      isOpen
      triggerRef={anchor}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      placement="bottom end"
      offset={6}
      className="overflow-auto rounded-md border border-line-strong bg-raised shadow-pop"
    >
      <Menu
        autoFocus="first"
        aria-label={t('filterBar.addFilter')}
        onAction={(key) => choose(String(key))}
        onClose={onClose}
        className="max-h-[70vh] w-120 max-w-[calc(100vw-24px)] columns-3 gap-0 overflow-auto p-1.5 outline-none max-[720px]:columns-2"
      >
        {Object.entries(FILTER_GROUPS).map(([group, keys]) => (
          <MenuSection key={group} className="break-inside-avoid pb-1.5">
            <Header className="px-2 py-1 text-ink-3 text-xs">
              {t(`filterBar.group.${group as FilterGroup}`)}
            </Header>
            {keys.map((key) => (
              <MenuItem
                key={key}
                id={key}
                className="flex min-h-7 cursor-pointer items-center rounded-sm px-2 -outline-offset-2 data-focused:bg-accent-wash"
              >
                {t(`filter.${key}`)}
              </MenuItem>
            ))}
          </MenuSection>
        ))}
      </Menu>
    </Popover>
  );
}
