'use client';

import type { Messages } from 'next-intl';
import { MoreMessages } from '@/components/shell/more-messages';
import { loadAnswerWords } from '@/components/words/load-words';
import { PodsDialog, type PodsDialogProps } from './pods-dialog';

let words: Partial<Messages> = {};

/** Must have ended before the dialog is drawn. */
export async function preparePodsWords(): Promise<void> {
  words = await loadAnswerWords();
}

/** The dialog with the words that it needs. */
export function PodsWithWords(props: PodsDialogProps) {
  return (
    <MoreMessages messages={words}>
      <PodsDialog {...props} />
    </MoreMessages>
  );
}
