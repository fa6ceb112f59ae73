'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Icon } from './icon';

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
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');
  useEffect(() => {
    if (copied === 'no') return;
    const timer = setTimeout(() => setCopied('no'), 1500);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied('yes'),
      () => setCopied('failed'),
    );
  const label = copied === 'yes' ? t('copied') : copied === 'failed' ? t('copyFailed') : t('copy', { what });
  return (
    <button
      type="button"
      onClick={copy}
      tabIndex={tabIndex}
      title={label}
      aria-label={label}
      className={`inline-flex h-6 w-6 shrink-0 cursor-pointer items-center justify-center rounded-xs text-ink-3 hover:text-ink ${className}`}
    >
      <Icon name={copied === 'yes' ? 'check' : copied === 'failed' ? 'cross' : 'copy'} size={14} />
      {copied !== 'no' && (
        <span role="status" className="sr-only">
          {label}
        </span>
      )}
    </button>
  );
}
