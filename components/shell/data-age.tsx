'use client';

import { useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { Icon } from '@/components/ui/icon';
import { serverNow } from '@/lib/clock/server-clock';
import { ageOf, isOld, OLD_MINUTES } from './age';

function everySecond(onChange: () => void): () => void {
  const timer = setInterval(onChange, 1000);
  return () => clearInterval(timer);
}

/** The age of the rows, by the dashboard's clock. Only the browser shows it: on the server it would stand still. */
export function DataAge({ asOf }: { asOf: string }) {
  const t = useTranslations('shell');
  const now = useSyncExternalStore(
    everySecond,
    () => Math.floor(serverNow() / 1000),
    () => null,
  );
  if (now === null) return null;
  const ms = now * 1000 - Date.parse(asOf);
  const { unit, count } = ageOf(ms);
  const old = isOld(ms);
  return (
    <time
      dateTime={asOf}
      title={old ? t('old', { minutes: OLD_MINUTES }) : undefined}
      className={`flex items-center gap-1 whitespace-nowrap ${old ? 'text-warn' : 'text-ink-2'}`}
    >
      {old && <Icon name="warn" size={14} />}
      {t(`age.${unit}`, { count })}
    </time>
  );
}
