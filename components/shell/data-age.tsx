'use client';

import { useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { ageOf } from './age';

function everySecond(onChange: () => void): () => void {
  const timer = setInterval(onChange, 1000);
  return () => clearInterval(timer);
}

/** How old the rows are. Said by the browser alone: the server's "now" is another one. */
export function DataAge({ asOf }: { asOf: string }) {
  const t = useTranslations('shell');
  const now = useSyncExternalStore(
    everySecond,
    () => Math.floor(Date.now() / 1000),
    () => null,
  );
  if (now === null) return null;
  const { unit, count } = ageOf(now * 1000 - Date.parse(asOf));
  return (
    <time dateTime={asOf} className="whitespace-nowrap text-ink-2">
      {t(`age.${unit}`, { count })}
    </time>
  );
}
