'use client';

import { useQueries } from '@tanstack/react-query';
import { useLocale } from 'next-intl';
import { useState } from 'react';
import { regionsQuery } from '@/lib/queries/enis';
import type { ScopeChoice } from './scope-list';

/** At most this many accounts are asked for their regions: the lists differ only in their order. */
const ASKED = 4;

/** The regions that the accounts offer together, fetched once the reader wants to see them. */
export function useRegionChoices(accounts: readonly string[]) {
  const locale = useLocale();
  const [isWanted, setWanted] = useState(false);
  const lists = useQueries({
    queries: accounts
      .slice(0, ASKED)
      .map((account) => ({ ...regionsQuery(account), enabled: isWanted, retry: false })),
  });
  const found = new Map<string, ScopeChoice>();
  for (const { data } of lists)
    for (const { id, names } of data?.items ?? [])
      found.set(id, {
        id,
        hint: locale === 'zh-CN' ? names.zh : names.en,
        words: `${id} ${names.en} ${names.zh}`,
      });
  const state: 'ready' | 'loading' | 'failed' = lists.some((list) => list.isPending)
    ? 'loading'
    : lists.every((list) => list.isError)
      ? 'failed'
      : 'ready';
  return {
    choices: [...found.values()],
    isBuiltin: lists.some((list) => list.data?.source === 'builtin'),
    state,
    load: () => {
      setWanted(true);
      for (const list of lists) if (list.isError) void list.refetch();
    },
  };
}
