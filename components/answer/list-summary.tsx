'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { problemWords } from '@/components/states/problem-words';
import { RetryButton } from '@/components/states/retry-button';
import { Icon } from '@/components/ui/icon';
import { Said } from '@/components/ui/said';
import { type Answer, listFilterOf } from '@/lib/answer/answer';
import { sortedOut } from '@/lib/answer/places';
import { PlacesPanel } from './places-panel';
import type { Ask } from './use-ask';

type ListSummaryProps = { answer: Answer; ask: Ask; said: string | null };

/** How many items of a list were found, here and elsewhere, and what that count rests on. */
export function ListSummary({ answer, ask, said }: ListSummaryProps) {
  const t = useTranslations('answer');
  const all = useTranslations();
  const [isUnfolded, setUnfolded] = useState(false);
  const { items, places } = answer;
  const count = (filter: string) => items.filter((item) => listFilterOf(item) === filter).length;
  const [here, elsewhere] = [count('here'), count('elsewhere')];
  const { asked } = sortedOut(places);
  const found = t('list.found', { found: here + elsewhere, count: items.length });
  const split = t('list.split', { here, elsewhere });
  const asking = places.filter(({ state }) => state === 'asking').length;
  return (
    <section aria-label={t('label')} className="shrink-0 border-line border-b bg-surface text-ink-2">
      <div className="flex min-h-9 flex-wrap items-center gap-x-2 gap-y-0.5 px-4 py-1 max-[720px]:px-3">
        <p>
          <b className="font-semibold text-ink">{found}</b>
          {' · '}
          {split}
        </p>
        <Said text={said !== null && asking === 0 ? `${found} · ${split}` : ''} />
        <button
          type="button"
          aria-expanded={isUnfolded}
          onClick={() => setUnfolded(!isUnfolded)}
          className="ml-auto flex min-h-6 cursor-pointer items-center gap-1.5 rounded-xs hover:text-ink"
        >
          {asking > 0
            ? t('spending', { count: asking })
            : (said ?? t('foldedOpen', { asked: asked.length, all: places.length }))}
          <span className={isUnfolded ? 'rotate-180' : ''}>
            <Icon name="down" size={12} />
          </span>
        </button>
      </div>
      {ask.problem && (
        <p
          role="alert"
          className="flex flex-wrap items-center gap-2 border-warn-line border-t bg-warn-wash px-4 py-1.5 text-ink"
        >
          {t('failed', { title: problemWords(all, ask.problem).title })}
          <RetryButton problem={ask.problem} onRetry={ask.retry} size="small" />
        </p>
      )}
      {isUnfolded && (
        <div className="max-h-72 max-w-180 overflow-auto border-line border-t">
          <PlacesPanel places={places} ask={ask} isOfOne={false} />
        </div>
      )}
    </section>
  );
}
