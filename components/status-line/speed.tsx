'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Dot } from './dot';
import { addSample, type Sample, speedOf } from './wording';

const A_SECOND = 1000;

type SpeedProps = {
  /** Rows read so far, and how many there are, if known. */
  read: number;
  total: number | null;
};

/** How fast reading goes and the time left. Updated once a second, however often pages arrive. */
export function Speed({ read, total }: SpeedProps) {
  const t = useTranslations('status');
  const [samples, setSamples] = useState<readonly Sample[]>([]);
  const latest = useRef(read);
  latest.current = read;
  useEffect(() => {
    const take = () =>
      setSamples((before) => addSample(before, { at: performance.now(), read: latest.current }));
    take();
    const timer = setInterval(take, A_SECOND);
    return () => clearInterval(timer);
  }, []);
  const speed = speedOf(samples, total);
  if (!speed) return null;
  return (
    <>
      <Dot />
      <span>{t('rate', { count: speed.rate })}</span>
      {speed.left && (
        <>
          <Dot />
          <span>{t(`left.${speed.left.unit}`, { count: speed.left.count })}</span>
        </>
      )}
    </>
  );
}
