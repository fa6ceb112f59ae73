'use client';

import { useTranslations } from 'next-intl';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { Button, buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { COLUMN_IDS, DEFAULT_COLUMNS, type TableColumn } from '@/lib/search/columns';
import { ColumnLabel } from './column-label';
import { toggleColumn } from './toggle-column';

export type ColumnChooserProps = {
  columns: readonly TableColumn[];
  onChange: (columns: TableColumn[]) => void;
};

/** Which columns the table shows. The last one cannot be taken away. */
export function ColumnChooser({ columns, onChange }: ColumnChooserProps) {
  const t = useTranslations('table');
  return (
    <DialogTrigger>
      <AriaButton className={`${buttonClass({ look: 'quiet', size: 'small' })} max-[720px]:hidden`}>
        <Icon name="columns" />
        {t('columns')} <span className="text-ink-3">{columns.length}</span>
      </AriaButton>
      <Popover
        placement="bottom end"
        offset={4}
        className="rounded-md border border-line-strong bg-raised shadow-pop"
      >
        <Dialog aria-label={t('columns')} className="flex max-h-[min(560px,80vh)] w-60 flex-col outline-none">
          <ul className="min-h-0 flex-1 overflow-auto py-1.5">
            {COLUMN_IDS.map((id) => (
              <li key={id}>
                <label className="flex min-h-7 cursor-pointer items-center gap-2 px-3 text-sm has-disabled:cursor-default hover:bg-hover">
                  <input
                    type="checkbox"
                    className="h-3.5 w-3.5 accent-accent"
                    checked={columns.includes(id)}
                    disabled={columns.length === 1 && columns[0] === id}
                    onChange={() => onChange(toggleColumn(columns, id))}
                  />
                  <ColumnLabel id={id} />
                </label>
              </li>
            ))}
          </ul>
          <div className="border-line border-t p-1.5">
            <Button look="quiet" size="small" onClick={() => onChange([...DEFAULT_COLUMNS])}>
              {t('columnsReset')}
            </Button>
          </div>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
