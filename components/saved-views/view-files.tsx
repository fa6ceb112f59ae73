'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { saveFile } from '@/components/ui/save-file';
import { formatSavedViews } from '@/lib/views/saved-views';
import { forgetUnread, useKeptViews } from './kept-views';

/** Stored views that cannot be read: the user can save the text, and only the user can discard it. */
export function UnreadViews() {
  const t = useTranslations('savedViews');
  const { unread } = useKeptViews();
  if (unread === null) return null;
  return (
    <div role="alert" className="flex flex-col gap-2 border-warn-line border-b bg-warn-wash px-3.5 py-2">
      <p>{t('unread')}</p>
      <span className="flex gap-2">
        <Button
          size="small"
          onClick={() => saveFile('eni-atlas-views-unread.txt', 'text/plain', unread.text)}
        >
          <Icon name="download" size={14} />
          {t('download')}
        </Button>
        <Button size="small" onClick={forgetUnread}>
          {t('startAnew')}
        </Button>
      </span>
    </div>
  );
}

/** Saves all views to a file, and loads the views of a file. */
export function ViewFiles({ onImport }: { onImport: (file: File) => void }) {
  const t = useTranslations('savedViews');
  const { saved, unread } = useKeptViews();
  const isEmpty = saved.views.length + saved.unread.length === 0;
  return (
    <div className="flex items-center gap-3 border-line border-t px-2 py-1.5">
      <Button
        look="quiet"
        size="small"
        disabled={isEmpty}
        onClick={() =>
          saveFile('eni-atlas-views.json', 'application/json', `${formatSavedViews(saved, 2)}\n`)
        }
      >
        <Icon name="download" size={14} />
        {t('export')}
      </Button>
      <label className="cursor-pointer rounded-sm px-2 text-accent text-xs underline-offset-2 focus-within:outline-2 focus-within:outline-focus hover:underline has-disabled:cursor-default has-disabled:opacity-50">
        {t('import')}
        <input
          type="file"
          accept=".json,application/json"
          disabled={unread !== null}
          className="sr-only"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) onImport(file);
            event.target.value = '';
          }}
        />
      </label>
    </div>
  );
}
