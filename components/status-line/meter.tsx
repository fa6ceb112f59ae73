'use client';

import { useTranslations } from 'next-intl';

type MeterProps = {
  /** 0 to 1. */
  share: number;
  /** Reading is under way, so the meter is a progress bar for screen readers too. */
  isMoving: boolean;
};

/** The share read so far: a line on the lower edge. */
export function Meter({ share, isMoving }: MeterProps) {
  const t = useTranslations('status');
  const role = isMoving
    ? ({
        role: 'progressbar',
        'aria-label': t('progress'),
        'aria-valuenow': Math.floor(share * 100),
      } as const)
    : ({ 'aria-hidden': true } as const);
  return (
    <span
      {...role}
      className="-bottom-px absolute left-0 h-0.5 w-full origin-left bg-accent transition-transform duration-150 motion-reduce:transition-none"
      style={{ transform: `scaleX(${share.toFixed(4)})` }}
    />
  );
}
