'use client';

import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import { Menu, MenuItem } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Icon } from '@/components/ui/icon';
import { AUTO_INTERVALS, type AutoInterval, autoWords, parseAuto } from './auto';

type AutoMenuProps = {
  anchor: RefObject<HTMLButtonElement | null>;
  every: AutoInterval;
  onChange: (every: AutoInterval) => void;
  onClose: () => void;
};

/** How often to refresh. */
export function AutoMenu({ anchor, every, onChange, onClose }: AutoMenuProps) {
  const t = useTranslations('freshness');
  return (
    <Popover
      aria-label={t('label')}
      isOpen
      triggerRef={anchor}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      placement="bottom end"
      offset={6}
      className="rounded-md border border-line-strong bg-raised shadow-pop"
    >
      <Menu
        autoFocus="first"
        aria-label={t('label')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[String(every)]}
        onAction={(key) => onChange(parseAuto(String(key)))}
        onClose={onClose}
        className="w-44 p-1.5 outline-none"
      >
        {AUTO_INTERVALS.map((seconds) => {
          const { unit, count } = autoWords(seconds);
          return (
            <MenuItem
              key={seconds}
              id={String(seconds)}
              textValue={t(`every.${unit}`, { count })}
              className="flex min-h-7 cursor-pointer items-center gap-2 rounded-sm px-2 -outline-offset-2 data-focused:bg-accent-wash"
            >
              <span className="w-4">{seconds === every && <Icon name="check" size={14} />}</span>
              {t(`every.${unit}`, { count })}
            </MenuItem>
          );
        })}
      </Menu>
      <p className="max-w-44 border-line border-t px-3 py-2 text-ink-2 text-xs">{t('note')}</p>
    </Popover>
  );
}
