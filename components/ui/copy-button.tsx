'use client';

import { useTranslations } from 'next-intl';
import { Icon, type IconName } from './icon';
import { type Copied, useCopied } from './use-copied';

const ICONS: Record<Copied, IconName> = { none: 'copy', copied: 'check', failed: 'cross' };

type CopyButtonProps = {
  text: string;
  /** What it copies, for screen readers. */
  what: string;
  tabIndex?: 0 | -1;
  className?: string;
};

/** Copies a text and says so for a moment, in its picture and to screen readers. */
export function CopyButton({ text, what, tabIndex, className = '' }: CopyButtonProps) {
  const t = useTranslations('table');
  const { outcome, copy } = useCopied();
  const label = { none: t('copy', { what }), copied: t('copied'), failed: t('copyFailed') }[outcome];
  return (
    <button
      type="button"
      onClick={() => void copy(text)}
      tabIndex={tabIndex}
      title={label}
      aria-label={label}
      className={`inline-flex h-6 w-6 shrink-0 cursor-pointer items-center justify-center rounded-xs text-ink-3 hover:text-ink ${className}`}
    >
      <Icon name={ICONS[outcome]} size={14} />
      {outcome !== 'none' && (
        <span role="status" className="sr-only">
          {label}
        </span>
      )}
    </button>
  );
}
