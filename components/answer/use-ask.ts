'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Heard, NOTHING_HEARD } from '@/lib/answer/heard';
import type { Question } from '@/lib/answer/question';
import type { Place } from '@/lib/eni/page';
import { placeKey } from '@/lib/eni/place';
import type { Problem } from '@/lib/eni/problem';
import { askPlaceAgain, askQuery } from '@/lib/queries/asking';
import { problemOf } from '@/lib/queries/problem-of';

/** The answers so far from asking everywhere, and how to ask more. */
export type Ask = {
  heard: Heard;
  /** How long all places took; null while they are being asked. */
  ms: number | null;
  calls: number;
  /** Why none or not all could be asked, where the dashboard itself failed. */
  problem: Problem | null;
  /** Places that are asked once more, by `account/region`. */
  again: ReadonlySet<string>;
  /** Asks a place once more; `read` asks whatever the cost. */
  askPlace: (place: Place, read: boolean) => void;
  retry: () => void;
};

/** Asks every account and region for what a question names. Without a question it asks nothing. */
export function useAsk(question: Question | null): Ask {
  const client = useQueryClient();
  const wanted = { values: question?.values ?? [], names: question?.names ?? [] };
  const isWanted = wanted.values.length + wanted.names.length > 0;
  const query = useQuery({ ...askQuery(client, wanted), enabled: isWanted });
  const [again, setAgain] = useState<ReadonlySet<string>>(new Set());
  const [failed, setFailed] = useState<Problem | null>(null);
  const askPlace = (place: Place, read: boolean) => {
    const key = placeKey(place);
    setFailed(null);
    setAgain((now) => new Set([...now, key]));
    void askPlaceAgain(client, wanted, place, read)
      .catch((error: unknown) => setFailed(problemOf(error)))
      .finally(() => setAgain((now) => new Set([...now].filter((each) => each !== key))));
  };
  const answers = query.data?.answers ?? NOTHING_HEARD.answers;
  const isAsking = query.isFetching;
  return {
    heard: { head: query.data?.head ?? null, answers, isAsking },
    ms: isAsking ? null : (query.data?.ms ?? null),
    calls: answers.flatMap(({ upstream }) => upstream).filter(({ cached }) => !cached).length,
    problem: isAsking ? null : (problemOf(query.error) ?? failed),
    again,
    askPlace,
    retry: () => void query.refetch(),
  };
}
