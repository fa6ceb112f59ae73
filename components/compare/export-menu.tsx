'use client';

import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import { Menu, MenuItem } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { saveFile } from '@/components/ui/save-file';
import type { SideSource } from '@/lib/compare/compare-lines';
import type { Comparison } from '@/lib/compare/comparison';
import type { Side } from '@/lib/compare/side';
import { linkOf } from '@/lib/search/link/link';
import { toEniQueryString } from '@/lib/search/params';
import type { CompareSide } from './use-compare-side';

export type ExportMenuProps = {
  comparison: Comparison;
  here: CompareSide;
  there: CompareSide;
  anchor: RefObject<HTMLButtonElement | null>;
  onClose: () => void;
};

function sourceOf({ choice, takenAt }: CompareSide, { enis, isWhole }: Side, accounts: string[]): SideSource {
  const isFile = choice.kind === 'file';
  return {
    name: isFile ? choice.name : accounts.join(' · '),
    search: isFile ? null : toEniQueryString(choice.search),
    file: isFile ? choice.name : null,
    takenAt,
    enis: enis.length,
    complete: isWhole,
  };
}

const placesOf = ({ scan }: CompareSide) => [
  scan.reading.scope.accounts.join(', '),
  scan.reading.scope.regions.join(', '),
];

/** The formats that differences are saved in. */
export function ExportMenu({ comparison, here, there, anchor, onClose }: ExportMenuProps) {
  const t = useTranslations('compare');
  const save = async (format: 'csv' | 'json') => {
    const { compareCsv, compareJson } = await import('@/lib/compare/compare-lines');
    const source = {
      link: linkOf(window.location.href),
      here: sourceOf(here, comparison.here, placesOf(here)),
      there: sourceOf(there, comparison.there, placesOf(there)),
    };
    const name = `comparison ${(here.takenAt ?? there.takenAt ?? '').slice(0, 16).replace(':', '')}`;
    if (format === 'csv') saveFile(`${name}.csv`, 'text/csv', compareCsv(comparison, source));
    else saveFile(`${name}.json`, 'application/json', compareJson(comparison, source));
  };
  return (
    <Popover
      aria-label={t('export')}
      isOpen
      triggerRef={anchor}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      placement="bottom end"
      offset={4}
      className="overflow-auto rounded-md border border-line-strong bg-raised shadow-pop"
    >
      <Menu
        autoFocus="first"
        aria-label={t('export')}
        onAction={(key) => {
          onClose();
          void save(key === 'csv' ? 'csv' : 'json');
        }}
        onClose={onClose}
        className="min-w-48 py-1 outline-none"
      >
        {(['csv', 'json'] as const).map((format) => (
          <MenuItem
            key={format}
            id={format}
            className="flex min-h-7 cursor-pointer items-center px-3 -outline-offset-2 data-focused:bg-accent-wash"
          >
            {t(format === 'csv' ? 'exportCsv' : 'exportJson')}
          </MenuItem>
        ))}
      </Menu>
    </Popover>
  );
}
