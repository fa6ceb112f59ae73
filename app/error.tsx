'use client';

import { useTranslations } from 'next-intl';
import { PlainPage } from '@/components/shell/plain-page';
import { Button, buttonClass } from '@/components/ui/button';

export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const t = useTranslations('shell');
  const mark = useTranslations('mark');
  return (
    <PlainPage title={t('errorTitle')}>
      <p className="text-ink-2">{t('errorText')}</p>
      <div className="flex gap-2">
        <Button look="main" onClick={reset}>
          {t('retry')}
        </Button>
        <a href="/" className={buttonClass({})}>
          {t('backToList')}
        </a>
      </div>
      {error.digest && (
        <p className="text-ink-3 text-xs">
          {t('errorId') + mark('colon')}
          <code>{error.digest}</code>
        </p>
      )}
    </PlainPage>
  );
}
