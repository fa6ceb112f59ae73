'use client';

import { useTranslations } from 'next-intl';
import { type RefObject, useMemo } from 'react';
import { Menu, MenuItem } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { tagKeysOf } from '@/components/eni-table/tag-keys';
import { Icon } from '@/components/ui/icon';
import type { Side } from '@/lib/compare/side';
import { visibleText } from '@/lib/eni/visible-text';

type TagMenuProps = {
  anchor: RefObject<HTMLButtonElement | null>;
  sides: readonly (Side | null)[];
  chosen: string | null;
  onKey: (key: string) => void;
  onClose: () => void;
};

/** The tag keys of both sides. */
export function TagMenu({ anchor, sides, chosen, onKey, onClose }: TagMenuProps) {
  const t = useTranslations('compare');
  const keys = useMemo(() => {
    const found = sides.flatMap((side) => tagKeysOf(side?.enis ?? []));
    return [...new Set(chosen === null ? found : [...found, chosen])];
  }, [sides, chosen]);
  return (
    <Popover
      aria-label={t('tagMenu')}
      isOpen
      triggerRef={anchor}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      placement="bottom end"
      offset={4}
      className="overflow-auto rounded-md border border-line-strong bg-raised shadow-pop"
    >
      {keys.length === 0 ? (
        <p className="px-3 py-2 text-ink-2">{t('noTags')}</p>
      ) : (
        <Menu
          autoFocus="first"
          aria-label={t('tagMenu')}
          selectionMode="single"
          selectedKeys={chosen === null ? [] : [chosen]}
          onAction={(key) => {
            onClose();
            onKey(String(key));
          }}
          onClose={onClose}
          className="max-h-[min(480px,70vh)] min-w-40 overflow-auto py-1 outline-none"
        >
          {keys.map((key) => (
            <MenuItem
              key={key}
              id={key}
              textValue={key}
              className="flex min-h-7 cursor-pointer items-center gap-2 px-3 -outline-offset-2 data-focused:bg-accent-wash"
            >
              <span className={key === chosen ? 'text-accent' : 'invisible'}>
                <Icon name="check" size={12} />
              </span>
              <bdi>{visibleText(key)}</bdi>
            </MenuItem>
          ))}
        </Menu>
      )}
    </Popover>
  );
}
