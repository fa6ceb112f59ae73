'use client';

import dynamic from 'next/dynamic';

/** What was asked, answered from everywhere. Fetched with its words when something is asked for the first time. */
export const AnswerSlot = dynamic(
  async () => {
    const { AnswerWithWords, prepareWords } = await import('./answer-with-words');
    await prepareWords();
    return AnswerWithWords;
  },
  { ssr: false },
);
