'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Reading } from '@/lib/search/reading/merge';
import { Dot } from './dot';
import { Speed } from './speed';
import { readSoFar } from './wording';

type LoadingAllProps = {
  /** The headline. */
  said: string;
  reading: Reading;
  /** How many there are to read, if known. */
  total: number | null;
  isWaiting: boolean;
  /** How many calls it has taken so far. */
  calls: ReactNode;
};

/** As many digits as each figure can ever need. */
const WIDEST = { loaded: 888_888, calls: 888, rate: 88_000, seconds: 88 };

/**
 * How far reading everything has come, in how many calls, how fast, and the time left. From its start it is as wide as
 * it can ever be, so that the button after it stays under the pointer.
 */
export function LoadingAll({ said, reading, total, isWaiting, calls }: LoadingAllProps) {
  const t = useTranslations('status');
  const widest = [
    total === null ? t('loadedMore', WIDEST) : t('readOf', { loaded: total, total }),
    t('calls', { count: WIDEST.calls }),
    t('rate', { count: WIDEST.rate }),
    ...(total === null ? [] : [t('left.seconds', { count: WIDEST.seconds })]),
  ].join('  ·  ');
  return (
    <div
      data-widest={widest}
      className="grid items-center whitespace-nowrap *:[grid-area:1/1] before:invisible before:whitespace-pre before:font-semibold before:content-[attr(data-widest)] before:[grid-area:1/1] max-[720px]:w-full max-[720px]:before:hidden"
    >
      <p className="flex items-center gap-1.5">
        <b className="font-semibold text-ink">{said}</b>
        {reading.calls > 0 && (
          <span className="contents max-[720px]:hidden">
            <Dot />
            {calls}
          </span>
        )}
        {!isWaiting && <Speed read={readSoFar(reading)} total={total} />}
      </p>
    </div>
  );
}
