'use client';

import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import { Header } from 'react-aria-components/Header';
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { useCallWriter } from '@/components/commands/use-call-writer';
import { Icon } from '@/components/ui/icon';
import type { CopyForm } from '@/lib/export/copy-as';
import { COMMAND_SHELLS } from '@/lib/export/shells';
import { isWhole } from '@/lib/search/reading/coverage';
import type { CopyRows } from './copy-source';

/** Forms of the rows themselves, and forms of the question that these rows answer. */
const GROUPS = {
  rows: ['ids', 'addresses', 'csv', 'json', 'markdown', 'terraform'],
  question: ['cli', 'curl'],
} as const satisfies Record<string, readonly CopyForm[]>;

const ITEM =
  '-outline-offset-2 flex min-h-7 cursor-pointer items-center rounded-sm px-2 data-disabled:cursor-default data-focused:bg-accent-wash data-disabled:text-ink-3';

type CopyAsMenuProps = Pick<CopyRows, 'enis' | 'reading' | 'isSelection'> & {
  anchor: RefObject<HTMLButtonElement | null>;
  onCopy: (form: CopyForm) => void;
  onClose: () => void;
};

/** The forms in which rows can be copied. */
export function CopyAsMenu({ enis, reading, isSelection, anchor, onCopy, onClose }: CopyAsMenuProps) {
  const t = useTranslations('copyAs');
  const { writer, setShell } = useCallWriter();
  const coverage = isSelection ? 'selected' : isWhole(reading) ? 'complete' : 'partial';
  const none = enis.length > 0 ? [] : isSelection ? Object.values(GROUPS).flat() : GROUPS.rows;
  return (
    <Popover
      aria-label={t('title')}
      isOpen
      triggerRef={anchor}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      placement="bottom end"
      offset={4}
      className="overflow-auto rounded-md border border-line-strong bg-raised shadow-pop"
    >
      <Menu
        autoFocus="first"
        aria-label={t('title')}
        disabledKeys={none}
        onAction={(key) => {
          const shell = COMMAND_SHELLS.find((each) => each === key);
          if (shell === undefined) onCopy(key as CopyForm);
          else setShell(shell);
        }}
        onClose={onClose}
        className="max-h-[70vh] w-72 max-w-[calc(100vw-24px)] overflow-auto p-1.5 outline-none"
      >
        {Object.entries(GROUPS).map(([group, forms]) => (
          <MenuSection
            key={group}
            className="not-first:mt-1.5 not-first:border-line not-first:border-t not-first:pt-1.5"
          >
            <Header className="px-2 py-1 text-ink-3 text-xs">
              {group === 'rows'
                ? t(`rows.${coverage}`, { count: enis.length })
                : t(isSelection ? 'againSelection' : 'againSearch')}
            </Header>
            {forms.map((form) => (
              <MenuItem key={form} id={form} className={ITEM}>
                {t(`form.${form}`)}
              </MenuItem>
            ))}
          </MenuSection>
        ))}
        <MenuSection
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[writer.shell]}
          shouldCloseOnSelect={false}
          className="mt-1.5 border-line border-t pt-1.5"
        >
          <Header className="px-2 py-1 text-ink-3 text-xs">{t('shellOfCommands')}</Header>
          {COMMAND_SHELLS.map((each) => (
            <MenuItem key={each} id={each} className={ITEM}>
              {({ isSelected }) => (
                <>
                  {t(`shell.${each}`)}
                  {isSelected && (
                    <span className="ml-auto">
                      <Icon name="check" size={14} />
                    </span>
                  )}
                </>
              )}
            </MenuItem>
          ))}
        </MenuSection>
      </Menu>
    </Popover>
  );
}
