'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useState } from 'react';
import { Button, type ButtonLook } from './button';
import { Icon } from './icon';

/** `text` may be made when it is asked for. */
type CopyTextButtonProps = ButtonLook & { text: string | (() => string); children: ReactNode };

/** A button with words that copies a text. */
export function CopyTextButton({ text, children, ...look }: CopyTextButtonProps) {
  const t = useTranslations('table');
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');
  useEffect(() => {
    if (copied === 'no') return;
    const timer = setTimeout(() => setCopied('no'), 1500);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () =>
    navigator.clipboard.writeText(typeof text === 'string' ? text : text()).then(
      () => setCopied('yes'),
      () => setCopied('failed'),
    );
  return (
    <Button {...look} onClick={copy}>
      <Icon name={copied === 'yes' ? 'check' : 'copy'} size={14} />
      <span aria-live="polite">
        {copied === 'yes' ? t('copied') : copied === 'failed' ? t('copyFailed') : children}
      </span>
    </Button>
  );
}
