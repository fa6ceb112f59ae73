'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Button } from '@/components/ui/button';
import { CopyTextButton } from '@/components/ui/copy-text-button';
import { Icon } from '@/components/ui/icon';
import { saveFile } from '@/components/ui/save-file';
import { useSizeWords } from '@/components/ui/use-size-words';
import type { CopyForm } from '@/lib/export/copy-as';
import type { CommandShell } from '@/lib/export/shells';
import type { KeptText } from './use-copy-as';

/** How many characters a text field still shows at once. */
const MOST_SHOWN = 500_000;

const FILES: Record<CopyForm, readonly [name: string, type: string]> = {
  ids: ['eni-ids.txt', 'text/plain'],
  addresses: ['addresses.txt', 'text/plain'],
  csv: ['enis.csv', 'text/csv'],
  json: ['enis.json', 'application/json'],
  markdown: ['enis.md', 'text/markdown'],
  terraform: ['imports.tf', 'text/plain'],
  cli: ['aliyun', 'text/plain'],
  curl: ['curl', 'text/plain'],
};

/** Extensions of command files. cmd gets a plain text: it reads a typed line differently from a file that it runs. */
const COMMAND_FILES: Record<CommandShell, string> = { sh: '.sh', powershell: '.ps1', cmd: '.txt' };

function fileOf({ form, shell }: KeptText): readonly [name: string, type: string] {
  const [name, type] = FILES[form];
  return [form === 'cli' || form === 'curl' ? name + COMMAND_FILES[shell] : name, type];
}

type CopyByHandProps = { kept: KeptText; onClose: () => void };

/** The beginning of a text, or all of it if it is short. */
function beginningOf(parts: readonly string[]): { text: string; isCut: boolean } {
  let text = '';
  for (const part of parts) {
    if (text.length + part.length > MOST_SHOWN)
      return { text: text + part.slice(0, MOST_SHOWN - text.length), isCut: true };
    text += part;
  }
  return { text, isCut: false };
}

/** A text that could not be copied automatically, for the user to copy by hand or save. */
export function CopyByHand({ kept, onClose }: CopyByHandProps) {
  const t = useTranslations('copyAs');
  const sizeWords = useSizeWords();
  const { is, form, parts, bytes } = kept;
  const { text, isCut } = useMemo(() => beginningOf(parts), [parts]);
  const says = is === 'large' ? 'large' : isCut ? 'byHandCut' : 'byHandText';
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && onClose()}
      className="fixed inset-0 z-50 grid place-items-center bg-scrim p-4"
    >
      <Modal className="max-h-full w-full max-w-160 overflow-auto rounded-lg border border-line-strong bg-raised shadow-dialog">
        <Dialog className="flex flex-col gap-3 p-4 outline-none">
          <div className="flex items-center justify-between gap-3">
            <Heading slot="title" className="font-semibold text-lg">
              {is === 'large'
                ? t('largeTitle', { form: t(`form.${form}`), size: sizeWords(bytes) })
                : t('byHand', { form: t(`form.${form}`) })}
            </Heading>
            <Button look="quiet" size="icon" aria-label={t('close')} onClick={onClose}>
              <Icon name="cross" />
            </Button>
          </div>
          <p className="text-ink-2">{t(says, { size: sizeWords(bytes) })}</p>
          <textarea
            readOnly
            rows={12}
            spellCheck={false}
            aria-label={t(`form.${form}`)}
            value={text}
            onFocus={(event) => event.currentTarget.select()}
            className="resize-y rounded-sm border border-field bg-sunken p-2 font-mono text-ink-2 text-xs"
          />
          <div className="flex flex-wrap gap-2">
            <CopyTextButton text={() => parts.join('')}>
              {t(is === 'large' ? 'allTheSame' : 'again')}
            </CopyTextButton>
            <Button onClick={() => saveFile(...fileOf(kept), parts.join(''))}>
              <Icon name="download" size={14} />
              {t('save')}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
