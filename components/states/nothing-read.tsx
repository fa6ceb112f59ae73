'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { StatePanel } from './state-panel';

/** Reading was stopped before its first page arrived: nothing is under way, so nothing may look as if it were. */
export function NothingRead({ onRead }: { onRead: () => void }) {
  const t = useTranslations('states');
  return (
    <StatePanel title={t('nothingRead')}>
      <p>{t('nothingReadText')}</p>
      <div>
        <Button look="main" onClick={onRead}>
          {t('read')}
        </Button>
      </div>
    </StatePanel>
  );
}
