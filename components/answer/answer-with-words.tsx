'use client';

import type { Messages } from 'next-intl';
import { MoreMessages } from '@/components/shell/more-messages';
import { loadAnswerWords } from '@/components/words/load-words';
import { AnswerPart, type AnswerPartProps } from './answer-part';

let words: Partial<Messages> = {};

/** Must have ended before the answer is drawn. */
export async function prepareWords(): Promise<void> {
  words = await loadAnswerWords();
}

/** The answer with the words that it needs. */
export function AnswerWithWords(props: AnswerPartProps) {
  return (
    <MoreMessages messages={words}>
      <AnswerPart {...props} />
    </MoreMessages>
  );
}
