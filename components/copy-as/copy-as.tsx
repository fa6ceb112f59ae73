'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button, type ButtonLook } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { useSizeWords } from '@/components/ui/use-size-words';
import type { CopyRows } from './copy-source';
import { type CopyOutcome, useCopyAs } from './use-copy-as';

const CopyAsMenu = dynamic(() => import('./copy-as-menu').then((file) => file.CopyAsMenu), { ssr: false });
const CopyByHand = dynamic(() => import('./copy-by-hand').then((file) => file.CopyByHand), { ssr: false });

/** How copying goes, in words; empty where there is nothing to say. */
function useOutcomeWords(outcome: CopyOutcome): string {
  const t = useTranslations('copyAs');
  const sizeWords = useSizeWords();
  if (outcome.is === 'writing') return t('writing', { form: t(`form.${outcome.form}`) });
  if (outcome.is !== 'copied') return '';
  return t('copied', { form: t(`form.${outcome.form}`), size: sizeWords(outcome.bytes) });
}

/** Copies rows, or the question that they answer, in one of several forms. */
export function CopyAs({ look = 'quiet', size = 'small', ...rows }: CopyRows & ButtonLook) {
  const t = useTranslations('copyAs');
  const anchor = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const { outcome, copy, dismiss } = useCopyAs(rows);
  const said = useOutcomeWords(outcome);
  return (
    <>
      <Button
        ref={anchor}
        look={look}
        size={size}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
      >
        <Icon name={outcome.is === 'copied' ? 'check' : 'copy'} size={14} />
        {t('title')}
        <Icon name="down" size={12} />
      </Button>
      <span role="status" className="truncate text-ink-3 text-xs max-[720px]:sr-only">
        {said}
      </span>
      {isOpen && (
        <CopyAsMenu
          enis={rows.enis}
          reading={rows.reading}
          isSelection={rows.isSelection}
          anchor={anchor}
          onCopy={copy}
          onClose={() => setOpen(false)}
        />
      )}
      {(outcome.is === 'refused' || outcome.is === 'large') && (
        <CopyByHand kept={outcome} onClose={dismiss} />
      )}
    </>
  );
}
