'use client';

import dynamic from 'next/dynamic';

/** The question, answered from everywhere. Loaded with its words when the user asks for the first time. */
export const AnswerSlot = dynamic(
  async () => {
    const { AnswerWithWords, prepareWords } = await import('./answer-with-words');
    await prepareWords();
    return AnswerWithWords;
  },
  { ssr: false },
);
