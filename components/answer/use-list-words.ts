'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { AnswerItem } from '@/lib/answer/answer';
import type { ListWords } from '@/lib/answer/list-rows';

/** The words of a list, on the page and in what is copied of it. */
export function useListWords(): ListWords {
  const t = useTranslations('answer');
  const owners = useTranslations('owner');
  return useMemo(
    () => ({
      verdict: (verdict) => t(`list.${verdict}`),
      way: (way) => t(`way.${way}`),
      owner: (kind) => owners(kind),
      reason: (item: AnswerItem) => {
        if (item.as === 'unread') return t(`unread.${item.why}`);
        if (item.as === 'block') return t('list.blockHere');
        if (item.verdict === 'open') return t('list.openIn', { asked: item.asked });
        return t('list.noneIn', { asked: item.asked, notAsked: item.notAsked });
      },
    }),
    [t, owners],
  );
}
