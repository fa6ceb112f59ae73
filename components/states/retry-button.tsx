'use client';

import { useTranslations } from 'next-intl';
import { Button, type ButtonLook } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { useCountdown } from '@/components/ui/use-countdown';
import type { Problem } from '@/lib/eni/problem';

type RetryButtonProps = ButtonLook & { problem: Problem; onRetry: () => void };

/** Tries again; says how long the cloud asks to wait, and leaves the decision to the reader. */
export function RetryButton({ problem, onRetry, ...look }: RetryButtonProps) {
  const t = useTranslations('states');
  const left = useCountdown(problem.retryAfter ?? 0, problem);
  return (
    <Button {...look} onClick={onRetry}>
      <Icon name="refresh" size={14} />
      {t('retry')}
      {left > 0 && <span className="opacity-80">{t('retryIn', { seconds: left })}</span>}
    </Button>
  );
}
