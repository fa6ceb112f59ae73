'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { CurrentView } from './use-current-view';

type CurrentActionsProps = {
  current: CurrentView | null;
  /** The current view was saved in this browser, so it can be updated. */
  isSaved: boolean;
  /** Nothing can be saved: the stored views cannot be read. */
  isFixed: boolean;
  onSaveAs: () => void;
  onUpdate: () => void;
  onReset: () => void;
};

/** The current view, and its actions. */
export function CurrentActions({
  current,
  isSaved,
  isFixed,
  onSaveAs,
  onUpdate,
  onReset,
}: CurrentActionsProps) {
  const t = useTranslations('savedViews');
  const isModified = current?.isModified ?? false;
  return (
    <div className="flex flex-col gap-2 p-2 pl-3.5">
      <span className="flex min-w-0 items-baseline gap-2">
        <span className={`min-w-0 truncate ${current ? 'font-medium' : 'text-ink-2'}`}>
          {current?.view.name ?? t('unnamed')}
        </span>
        {isModified && <span className="shrink-0 text-ink-3 text-xs">{t('modified')}</span>}
      </span>
      <span className="flex flex-wrap gap-2">
        <Button size="small" disabled={isFixed} onClick={onSaveAs}>
          {t('saveAs')}
        </Button>
        {isModified && isSaved && (
          <Button size="small" onClick={onUpdate}>
            {t('update')}
          </Button>
        )}
        {isModified && (
          <Button size="small" onClick={onReset}>
            {t(isSaved ? 'reset' : 'resetReady')}
          </Button>
        )}
      </span>
    </div>
  );
}
