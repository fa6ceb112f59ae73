'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button, type ButtonLook } from './button';
import { Icon } from './icon';
import { useCopied } from './use-copied';

/** `text` may be made when it is asked for. */
type CopyTextButtonProps = ButtonLook & { text: string | (() => string); children: ReactNode };

/** A button with words that copies a text. */
export function CopyTextButton({ text, children, ...look }: CopyTextButtonProps) {
  const t = useTranslations('table');
  const { outcome, copy } = useCopied();
  return (
    <Button {...look} onClick={() => void copy(typeof text === 'string' ? text : text())}>
      <Icon name={outcome === 'copied' ? 'check' : 'copy'} size={14} />
      <span aria-live={outcome === 'none' ? 'off' : 'polite'}>
        {{ none: children, copied: t('copied'), failed: t('copyFailed') }[outcome]}
      </span>
    </Button>
  );
}
