'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useCopied } from './use-copied';

type CopyLinkProps = { text: string; className: string; children: ReactNode };

/** Words in a line that copy a text. */
export function CopyLink({ text, className, children }: CopyLinkProps) {
  const t = useTranslations('table');
  const { outcome, copy } = useCopied();
  return (
    <button type="button" onClick={() => void copy(text)} className={className}>
      <span aria-live={outcome === 'none' ? 'off' : 'polite'}>
        {{ none: children, copied: t('copied'), failed: t('copyFailed') }[outcome]}
      </span>
    </button>
  );
}
