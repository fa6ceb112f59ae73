'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useState } from 'react';

type CopyLinkProps = { text: string; className: string; children: ReactNode };

/** Words in a line that copy a text. */
export function CopyLink({ text, className, children }: CopyLinkProps) {
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
  return (
    <button type="button" onClick={copy} className={className}>
      <span aria-live="polite">
        {copied === 'yes' ? t('copied') : copied === 'failed' ? t('copyFailed') : children}
      </span>
    </button>
  );
}
