'use client';

import { useTranslations } from 'next-intl';
import { type AnswerPlace, foldedPlaces, sortedOut } from '@/lib/answer/places';
import { PlaceLine } from './place-line';
import type { Ask } from './use-ask';

type PlacesPanelProps = {
  places: readonly AnswerPlace[];
  ask: Ask;
  /** The item asked for can be in one place only. */
  isOfOne: boolean;
};

/** What "not here" rests on: the places that were asked, and those that were not, with what asking them costs. */
export function PlacesPanel({ places, ask, isOfOne }: PlacesPanelProps) {
  const t = useTranslations('answer');
  const { asked, notAsked } = sortedOut(places);
  const section = (title: string, note: string, some: readonly AnswerPlace[]) => (
    <section
      aria-label={title}
      className="border-line-strong px-4 pt-1 pb-2 not-first:border-t max-[720px]:px-3"
    >
      <div className="flex min-h-8 items-center gap-2">
        <h3 className="font-semibold">{title}</h3>
        <span className="text-ink-2 text-xs">{note}</span>
      </div>
      <ul className="max-h-76 overflow-auto">
        {foldedPlaces(some).map((group) => (
          <PlaceLine key={`${group.account} ${group.places[0]?.region}`} group={group} ask={ask} />
        ))}
      </ul>
    </section>
  );
  return (
    <>
      {section(t('places'), t(isOfOne ? 'onePlace' : 'placesOf', { count: asked.length }), asked)}
      {notAsked.length > 0 && section(t('notAsked'), t('placesOf', { count: notAsked.length }), notAsked)}
    </>
  );
}
