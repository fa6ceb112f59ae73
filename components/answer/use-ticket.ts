'use client';

import { useQuery } from '@tanstack/react-query';
import { createTranslator, type Messages, useLocale } from 'next-intl';
import { useState } from 'react';
import { useNameOf } from '@/components/names/use-names';
import { useTimeZone } from '@/components/ui/use-client-time';
import { loadWords } from '@/components/words/load-words';
import type { AnswerItem } from '@/lib/answer/answer';
import { type TicketFacts, type TicketFormat, type TicketWords, ticketOf } from '@/lib/answer/ticket';
import type { Locale } from '@/lib/i18n/locale';

/** A ticket about one thing: its form, its language, and the text, the same where it is shown and where it is copied. */
export type Ticket = {
  format: TicketFormat;
  setFormat: (format: TicketFormat) => void;
  language: Locale;
  setLanguage: (language: Locale) => void;
  /** The words of the language are not here yet. */
  isLoading: boolean;
  textFor: (holder: TicketFacts['holder']) => string;
};

function wordsOf(locale: Locale, { answer }: Pick<Messages, 'answer'>): TicketWords {
  const say = createTranslator({ locale, messages: { answer }, namespace: 'answer.ticket' });
  return (key, values) => say(key as 'colon', values as never);
}

export function useTicket(item: AnswerItem, asOf: string): Ticket {
  const own = useLocale();
  const [language, setLanguage] = useState<Locale>(own);
  const [format, setFormat] = useState<TicketFormat>('text');
  const nameOf = useNameOf();
  const timeZone = useTimeZone();
  const { data: words } = useQuery({
    queryKey: ['words', language],
    queryFn: () => loadWords(language),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return {
    format,
    setFormat,
    language,
    setLanguage,
    isLoading: words === undefined,
    textFor: (holder) =>
      words ? ticketOf({ item, holder, nameOf, asOf, timeZone }, format, wordsOf(language, words)) : '',
  };
}
