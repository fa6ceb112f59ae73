'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useMemo } from 'react';
import { answerOf } from '@/lib/answer/answer';
import { sortedOut } from '@/lib/answer/places';
import type { Question } from '@/lib/answer/question';
import type { Reading } from '@/lib/search/reading/merge';
import { type AnswerActions, AnswerActionsContext } from './answer-context';
import { AskedList } from './asked-list';
import { ListSummary } from './list-summary';
import { OneAnswer } from './one-answer';
import { useAsk } from './use-ask';

export type AnswerPartProps = {
  question: Question;
  reading: Reading;
  /** The view has rows, which stand below. */
  hasRows: boolean;
  /** The reader wants to search the view again, and then to see what other places say. */
  isRefreshing: boolean;
  /** Shows a list as it was asked, instead of rows. */
  isListed: boolean;
  actions: AnswerActions;
};

/** The answers of every account and region: a card for one item, a list for several. */
export function AnswerPart({ question, reading, hasRows, isRefreshing, isListed, actions }: AnswerPartProps) {
  const t = useTranslations('answer');
  // Where the view has a VPC or a group, its table is the answer, and no other place needs to be asked.
  const isNeeded = !question.isOfMany || (reading.complete && reading.enis.length === 0);
  const ask = useAsk(isNeeded ? question : null);
  const { head, answers, isAsking } = ask.heard;
  const answer = useMemo(
    () => answerOf(question, reading, { head, answers, isAsking }),
    [question, reading, head, answers, isAsking],
  );
  const { retry } = ask;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each time that the reader refreshes
  useEffect(() => {
    if (isRefreshing && isNeeded) retry();
  }, [isRefreshing]);
  if (!isNeeded) return null;
  const item = answer.items.find(({ as }) => as !== 'unread');
  const { asked } = sortedOut(answer.places);
  const said =
    ask.ms === null || head === null
      ? null
      : t('spent', {
          asked: asked.length,
          all: answer.places.length,
          seconds: (ask.ms / 1000).toFixed(1),
          calls: ask.calls,
        });
  const asOf = answers.map((one) => one.asOf).sort()[0] ?? reading.asOf ?? '';
  return (
    <AnswerActionsContext value={actions}>
      {question.isOne ? (
        item && <OneAnswer answer={answer} item={item} ask={ask} asOf={asOf} isAbove={hasRows} said={said} />
      ) : (
        <>
          <ListSummary answer={answer} ask={ask} said={said} />
          {isListed && <AskedList answer={answer} />}
        </>
      )}
    </AnswerActionsContext>
  );
}
