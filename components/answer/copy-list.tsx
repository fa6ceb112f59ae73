'use client';

import { useTranslations } from 'next-intl';
import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { useNameOf } from '@/components/names/use-names';
import { usePods } from '@/components/pods/use-pods';
import { buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { useCopied } from '@/components/ui/use-copied';
import type { AnswerItem } from '@/lib/answer/answer';
import { LIST_COLUMNS, listCells, tabLines } from '@/lib/answer/list-rows';
import { useListWords } from './use-list-words';

const FORMS = ['tsv', 'csv', 'markdown'] as const;
type Form = (typeof FORMS)[number];

async function textOf(form: Form, rows: readonly (readonly string[])[]): Promise<string> {
  if (form === 'tsv') return tabLines([LIST_COLUMNS, ...rows]);
  if (form === 'csv') {
    const { csvLines } = await import('@/lib/export/csv');
    return csvLines([LIST_COLUMNS, ...rows]);
  }
  const { markdownTable } = await import('@/lib/export/markdown');
  return [...markdownTable(LIST_COLUMNS, rows, [])].join('').trimStart();
}

/** Copies the whole list, in the form that is chosen: what was not found and not understood goes with it. */
export function CopyList({ items }: { items: readonly AnswerItem[] }) {
  const t = useTranslations('answer.list');
  const words = useListWords();
  const nameOf = useNameOf();
  const book = usePods();
  const { outcome, copy } = useCopied();
  const copyAs = async (form: Form) => copy(await textOf(form, listCells(items, words, { nameOf, book })));
  const label = t('copyAll', { count: items.length });
  return (
    <MenuTrigger>
      <Button className={buttonClass({ size: 'small' })}>
        <Icon name={outcome === 'copied' ? 'check' : 'copy'} size={14} />
        <span aria-live={outcome === 'none' ? 'off' : 'polite'}>
          {{ none: label, copied: t('copied'), failed: t('copyFailed') }[outcome]}
        </span>
        <Icon name="down" size={12} />
      </Button>
      <Popover
        aria-label={label}
        placement="bottom end"
        className="rounded-md border border-line-strong bg-raised p-1.5 shadow-pop"
      >
        <Menu
          aria-label={label}
          className="min-w-44 outline-none"
          onAction={(key) => void copyAs(key as Form)}
        >
          {FORMS.map((form) => (
            <MenuItem
              key={form}
              id={form}
              className="-outline-offset-2 flex min-h-7 cursor-pointer items-center rounded-sm px-2 data-focused:bg-accent-wash"
            >
              {t(`copyAs.${form}`)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
